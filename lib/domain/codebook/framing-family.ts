import type { FamilyDefinition } from "./codebook";

export const framingFamily: FamilyDefinition = {
  id: "FRAMING",
  question: "How does the wording or selection steer the reader?",
  anchor: "shortest sufficient phrase (BACKGROUND: minimal clause or sentence)",
  tags: [
    {
      id: "LOADED",
      definition: "Charged wording that could be replaced without losing a fact (not a name).",
      positive: ["creeping expansion", "complained"],
      negative: ["expansion"],
    },
    {
      id: "LABEL",
      definition: "The name or descriptor chosen for an actor, place or event carries a verdict.",
      positive: ["2014 Maidan coup", "US-led military bloc"],
      negative: ["NATO"],
    },
    {
      id: "PRESUPPOSE",
      definition: "The construction takes something contested for granted.",
      positive: [
        "its refusal to negotiate a peaceful reduction of the threat to Russia's national security",
      ],
      negative: ["Moscow said"],
    },
    {
      id: "DOUBT",
      definition: "Credibility is undercut outside a reporting cue.",
      positive: ["supposed"],
      negative: ["claimed"],
    },
    {
      id: "BLAME",
      definition: "Cause, fault or justification is assigned.",
      positive: ["were major reasons for launching the attack against its neighbor"],
      negative: ["launched its attack in February"],
    },
    {
      id: "THREAT",
      definition: "Fear, danger or escalation is the lens.",
      positive: ["risking an escalation of the conflict into a world war"],
      negative: ["future military attacks"],
    },
    {
      id: "EMPHASIS",
      definition: "Intensifier, minimiser or absolute.",
      positive: ["as early as 2008", "some sort of protection"],
      negative: ["this week"],
    },
    {
      id: "BACKGROUND",
      definition: "True but selected side information that tilts the reader.",
      positive: ["when the bloc formally declared that Ukraine would one day join its ranks"],
      negative: [],
      snapping: "sentence",
    },
  ],
  attributes: [
    { id: "target", kind: "entity" },
    { id: "polarity", kind: "enum", values: ["positive", "negative", "neutral"] },
    { id: "voice", kind: "enum", values: ["outlet", "quoted source", "paraphrased source"] },
    { id: "intensity", kind: "ordinal", values: [1, 2, 3] },
    { id: "directness", kind: "enum", values: ["direct", "indirect"] },
    { id: "neutral_alternative", kind: "text" },
  ],
  decisionOrder: [
    "LABEL",
    "LOADED",
    "PRESUPPOSE",
    "BLAME",
    "DOUBT",
    "THREAT",
    "EMPHASIS",
    "BACKGROUND",
  ],
};
