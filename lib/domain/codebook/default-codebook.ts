import type { Codebook, QuestionDefinition, RuleDefinition } from "./codebook";
import { claimFamily } from "./claim-family";
import { framingFamily } from "./framing-family";
import { genericFrames } from "./presets/shared-questions";
import { sourcingFamily } from "./sourcing-family";

const rules: RuleDefinition[] = [
  {
    id: "R1",
    title: "Anchor",
    text: "SOURCING: mark the attribution phrase, that is the source expression with its reporting cue, not the content it introduces; that can be a CLAIM span, linked by “attributes”. FRAMING: mark the words that do the work.",
  },
  {
    id: "R2",
    title: "Shortest sufficient",
    text: "The phrase alone must carry the judgement; leave its target out unless it is needed. BACKGROUND is the exception: mark the smallest clause or sentence.",
  },
  {
    id: "R3",
    title: "Edges",
    text: "No white space and no . , ; : at either end, whole words only, and never half of a character that readers see as one. The tool trims for you.",
  },
  {
    id: "R4",
    title: "Contestable only",
    text: "UNATTRIBUTED needs a statement that a reasonable opponent would dispute. Dates, distances and public votes don't count.",
  },
  {
    id: "R5",
    title: "Doubt lives in one place",
    text: "Doubt or endorsement in the reporting cue (claimed, allegedly told, publicly state) is verb_stance on the SOURCING span; add no DOUBT. DOUBT is for doubt outside a cue.",
  },
  {
    id: "R6",
    title: "Voice",
    text: "Mark framing inside quotations too, with voice = quoted source. Inside an attribution but without quotation marks it is paraphrased source, otherwise outlet.",
  },
  {
    id: "R7",
    title: "Overlap",
    text: "The two families may overlap freely. Within a family different tags may overlap; the same tag by the same annotator may not.",
  },
  {
    id: "R8",
    title: "Text only",
    text: "Judge the words. Leave aside the outlet, your politics, and whether the claim is true.",
  },
  {
    id: "R9",
    title: "Unsure",
    text: "Say so with confidence 1 to 3 and a note instead of skipping. If no tag fits, write one into proposed_tag.",
  },
  {
    id: "R10",
    title: "Silence counts",
    text: "Submitting an article without spans is a statement, stored as such, and different from not having done it.",
  },
];

const questions: QuestionDefinition[] = [
  {
    id: "genre",
    question: "What kind of article is it?",
    kind: "single",
    values: ["report", "analysis", "opinion", "satire", "republished wire"],
    isRequired: false,
  },
  {
    id: "primary_frame",
    question: "Which frame leads the article?",
    kind: "single",
    values: genericFrames,
    isRequired: false,
  },
  {
    id: "further_frames",
    question: "Which further frames does it use (up to three)?",
    kind: "multiple",
    values: genericFrames,
    isRequired: false,
  },
  {
    id: "main_claim_verified",
    question: "Does the text itself verify its main claim independently?",
    kind: "single",
    values: ["yes", "no", "unclear"],
    isRequired: false,
  },
  {
    id: "parties_heard",
    question: "Which parties are heard: directly, in paraphrase, not at all?",
    kind: "text",
    values: [],
    isRequired: false,
  },
  {
    id: "omission",
    question: "What is left out that a reader would need?",
    kind: "text",
    values: [],
    isRequired: false,
  },
  {
    id: "overall_slant",
    question: "How does the article as a whole slant towards its main party?",
    kind: "ordinal",
    values: ["-3", "-2", "-1", "0", "1", "2", "3"],
    ends: { low: "strongly against", high: "strongly in favour" },
    isRequired: false,
  },
  {
    id: "omission_severity",
    question: "How much does what is left out change the picture?",
    kind: "ordinal",
    values: ["1", "2", "3"],
    ends: { low: "hardly", high: "entirely" },
    isRequired: false,
  },
  {
    id: "prior_feeling",
    question: "What did you feel towards its main party before reading?",
    kind: "ordinal",
    values: ["-2", "-1", "0", "1", "2"],
    ends: { low: "strongly against", high: "strongly in favour" },
    isRequired: false,
    isPrivate: true,
  },
  {
    id: "topic_familiarity",
    question: "How familiar are you with the topic?",
    kind: "single",
    values: ["not at all", "somewhat", "well"],
    isRequired: false,
  },
];

/** What a new project starts with: 7 sourcing tags, 8 framing tags, claims to link to, and rules to cite. */
export const defaultCodebook: Codebook = {
  id: "default",
  version: "1.0",
  families: [sourcingFamily, framingFamily, claimFamily],
  commonAttributes: [
    { id: "confidence", kind: "ordinal", values: [1, 2, 3] },
    { id: "note", kind: "text" },
    { id: "proposed_tag", kind: "text" },
  ],
  linkTypes: ["attributes", "relayed_by", "same_source"],
  rules,
  questions,
};
