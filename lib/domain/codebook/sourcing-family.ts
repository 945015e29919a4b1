import type { FamilyDefinition } from "./codebook";

export const sourcingFamily: FamilyDefinition = {
  id: "SOURCING",
  question: "Where does this information come from?",
  anchor: "attribution phrase: source expression + reporting cue",
  tags: [
    {
      id: "NAMED",
      definition: "A person, or a document author, is given by name.",
      positive: [],
      negative: ["Moscow said"],
    },
    {
      id: "INSTITUTIONAL",
      definition: "A government, body or office speaks as a unit; no person is given.",
      positive: ["Moscow said", "Ukraine's backers publicly state"],
      negative: ["one Western official told the outlet"],
    },
    {
      id: "ANONYMOUS",
      definition: "A person or persons left unnamed, with or without a role.",
      positive: ["an unnamed European official told the outlet", "According to CNN's sources"],
      negative: ["According to CNN"],
    },
    {
      id: "MEDIA_RELAY",
      definition: "Information taken over from another outlet.",
      positive: ["The news network reported", "CNN has claimed"],
      negative: ["CNN's sources"],
    },
    {
      id: "DOCUMENT",
      definition: "A text, proposal, law, dataset or recording is the source.",
      positive: ["Under the proposal", "in a proposal it delivered to the Russian delegation"],
      negative: ["said it now seeks"],
    },
    {
      id: "VAGUE",
      definition: "Attribution to nobody identifiable, or a mental state of an undefined group.",
      positive: ["some Western nations believe", "Western officials are uncertain"],
      negative: ["Ukrainian officials"],
    },
    {
      id: "UNATTRIBUTED",
      definition: "Contestable assertion in the outlet's own voice without a source.",
      positive: ['Russia make NATO membership for Kiev a "red line" as early as 2008'],
      negative: ["Ukraine applied for a rapid accession"],
    },
  ],
  attributes: [
    {
      id: "verb_stance",
      kind: "enum",
      values: ["neutral", "distancing", "endorsing", "evaluative", "n/a"],
    },
    {
      id: "form",
      kind: "enum",
      values: ["direct quote", "partial quote", "paraphrase", "mention", "none"],
    },
    {
      id: "affiliation",
      kind: "enum",
      values: [
        "government",
        "military",
        "media",
        "corporate",
        "ngo",
        "academic",
        "individual",
        "unknown",
      ],
    },
    { id: "side", kind: "text" },
    {
      id: "channel",
      kind: "enum",
      values: [
        "interview",
        "public statement",
        "document",
        "press report",
        "social",
        "observation",
        "unknown",
        "none",
      ],
    },
    { id: "relay_depth", kind: "ordinal", values: [0, 1, 2] },
    { id: "anonymity_reason", kind: "enum", values: ["given", "not given", "n/a"] },
    { id: "entity", kind: "entity" },
  ],
  decisionOrder: [
    "NAMED",
    "DOCUMENT",
    "MEDIA_RELAY",
    "ANONYMOUS",
    "INSTITUTIONAL",
    "VAGUE",
    "UNATTRIBUTED",
  ],
};
