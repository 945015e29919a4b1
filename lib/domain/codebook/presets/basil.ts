import type { Preset } from "./preset";
import { sharedRules } from "./shared-rules";

/** BASIL: lexical and informational bias towards an entity. */
export const basil: Preset = {
  id: "basil",
  version: "basil-1.0",
  title: "BASIL: lexical and informational bias",
  about:
    "Bias towards an entity, by wording or by choice of information, with target and polarity.",
  citation:
    "Fan, L., White, M., Sharma, E., Su, R., Choubey, P. K., Huang, R. and Wang, L. (2019). In Plain Sight: Media Bias Through the Lens of Factual Reporting. EMNLP-IJCNLP 2019.",
  url: "https://arxiv.org/abs/1909.02670",
  licence:
    "Only the names of the scheme are taken over. The corpus has terms of its own: see github.com/launchnlp/BASIL.",
  families: [
    {
      id: "BIAS",
      question:
        "Does the wording, or the choice of information, slant the reader towards or against somebody?",
      anchor: "lexical: the words that slant; informational: the minimal clause or sentence",
      tags: [
        {
          id: "lexical",
          publishedAs: "lex",
          definition: "The wording slants: the same fact could be put in neutral words.",
          positive: ["the senator's tirade", "so-called reform"],
          negative: ["the senator's speech"],
          toDefault: ["LOADED", "LABEL"],
        },
        {
          id: "informational",
          publishedAs: "inf",
          definition:
            "The content slants by being chosen: background, an aside or speculation that the event doesn't need.",
          positive: [
            "The governor, who was fined over campaign funds ten years ago, opened the bridge",
          ],
          negative: ["The governor opened the bridge on Monday"],
          snapping: "sentence",
          toDefault: ["BACKGROUND"],
        },
      ],
      attributes: [
        { id: "target", kind: "entity", isRequired: true },
        { id: "polarity", kind: "enum", isRequired: true, values: ["positive", "negative"] },
        {
          id: "aim",
          kind: "enum",
          values: ["direct", "indirect ally", "indirect opponent", "indirect general"],
        },
        { id: "indirect_target", kind: "entity" },
        { id: "in_quotation", kind: "enum", values: ["yes", "no"] },
        { id: "speaker", kind: "entity" },
      ],
      decisionOrder: ["lexical", "informational"],
    },
  ],
  linkTypes: [],
  rules: [
    {
      id: "B1",
      title: "Two questions a sentence",
      text: "Does this sentence show the author's attitude? Could it change the reader's? Mark something if either is so.",
    },
    {
      id: "B2",
      title: "Length",
      text: "Lexical bias is usually a word or a short phrase; informational bias is never less than a clause.",
    },
    {
      id: "B3",
      title: "Scare quotes",
      text: "A word or two in quotation marks that distance the author is lexical bias, and doesn't count as a quotation.",
    },
    ...sharedRules,
  ],
  questions: [
    {
      id: "feeling_main_event",
      question: "What does the author seem to feel about the main event?",
      kind: "single",
      values: ["positive", "neutral", "negative"],
      isRequired: false,
    },
    {
      id: "relative_stance",
      question: "Where does the article lean, as far as the text tells?",
      kind: "ordinal",
      values: ["-1", "0", "1"],
      ends: { low: "left", high: "right" },
      isRequired: false,
    },
    {
      id: "prior_feeling",
      question: "How did you feel about the main entity before you read the article?",
      kind: "ordinal",
      values: ["-2", "-1", "0", "1", "2"],
      ends: { low: "very negative", high: "very positive" },
      isRequired: false,
      isPrivate: true,
    },
  ],
};
