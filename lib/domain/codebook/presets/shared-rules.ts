import type { RuleDefinition } from "../codebook";

/** Habits that hold whatever the scheme; reviewers cite them by their ids. */
export const sharedRules: readonly RuleDefinition[] = [
  {
    id: "S1",
    title: "Edges",
    text: "No white space and no . , ; : at either end, whole words only. The tool trims for you.",
  },
  {
    id: "S2",
    title: "Text only",
    text: "Judge the words. Leave aside the outlet, your politics, and whether the claim is true.",
  },
  {
    id: "S3",
    title: "Unsure",
    text: "Say so with confidence 1 to 3 and a note instead of skipping. If no tag fits, write one into proposed_tag.",
  },
  {
    id: "S4",
    title: "Silence counts",
    text: "Submitting an article without spans is a statement, stored as such, and different from not having done it.",
  },
];
