import type { FamilyDefinition } from "./codebook";

/** What a source is said to say: where the links of attributions lead. Nobody is asked to agree on it. */
export const claimFamily: FamilyDefinition = {
  id: "CLAIM",
  question: "What is it that a source is said to say?",
  anchor: "the content that an attribution introduces, linked from its SOURCING span",
  isCompared: false,
  tags: [
    {
      id: "CLAIM",
      definition: "The content of an attribution, to be linked from the span of its source.",
      positive: ["they are doing everything they can to help it now"],
      negative: ["Ukraine's backers publicly state"],
    },
  ],
  attributes: [],
  decisionOrder: [],
};
