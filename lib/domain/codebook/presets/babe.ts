import type { Preset } from "./preset";
import { sharedRules } from "./shared-rules";

/** BABE: words that induce bias, and a verdict on the sentence that has them. */
export const babe: Preset = {
  id: "babe",
  version: "babe-1.1",
  title: "BABE: biased words and sentences",
  about:
    "The words that induce bias, and for each sentence whether it is biased and how factual it is.",
  citation:
    "Spinde, T., Plank, M., Krieger, J.-D., Ruas, T., Gipp, B. and Aizawa, A. (2021). Neural Media Bias Detection Using Distant Supervision With BABE – Bias Annotations By Experts. Findings of EMNLP 2021, 1166–1177.",
  url: "https://aclanthology.org/2021.findings-emnlp.101",
  licence:
    "Only the names of the scheme are taken over. The corpus has terms of its own: see the repository of the Media Bias Group.",
  families: [
    {
      id: "WORDS",
      question: "Which words induce bias?",
      anchor: "as few words as possible; together only if they need each other",
      tags: [
        {
          id: "framing_bias",
          publishedAs: "framing bias",
          definition: "A one-sided term, or an intensifier that labels: it takes a stance openly.",
          positive: ["radical agenda", "astonishing failure"],
          negative: ["agenda"],
          toDefault: ["LOADED", "LABEL", "EMPHASIS"],
        },
        {
          id: "epistemological_bias",
          publishedAs: "epistemological bias",
          definition:
            "A construction that raises or lowers how believable a statement is: a factive, a hedge, a loaded verb of saying.",
          positive: ["boasted", "exposed that"],
          negative: ["said"],
          toDefault: ["PRESUPPOSE", "DOUBT"],
        },
        {
          id: "biased_word",
          publishedAs: "biased_words",
          definition:
            "A word that induces bias, of either kind: the released files don't tell which. New work takes one of the others.",
          positive: ["radical", "boasted"],
          negative: ["agenda", "said"],
          toDefault: ["LOADED"],
        },
      ],
      attributes: [],
      decisionOrder: ["epistemological_bias", "framing_bias", "biased_word"],
    },
    {
      id: "SENTENCE",
      question: "Is the sentence as a whole biased?",
      anchor: "the whole sentence",
      tags: [
        {
          id: "biased",
          publishedAs: "Biased",
          definition: "Its wording isn't neutral, whoever speaks.",
          positive: ["The mob of so-called experts caved in once more."],
          negative: ["The committee changed its advice."],
          snapping: "sentence",
          toDefault: [],
        },
        {
          id: "non_biased",
          publishedAs: "Non-biased",
          definition: "Its wording is neutral, even where it reports something contested.",
          positive: ["The committee changed its advice."],
          negative: ["The mob of so-called experts caved in once more."],
          snapping: "sentence",
          toDefault: [],
        },
      ],
      attributes: [
        {
          id: "opinion",
          kind: "enum",
          values: ["entirely factual", "mixed", "expresses the writer's opinion"],
        },
      ],
      decisionOrder: ["biased", "non_biased"],
    },
  ],
  linkTypes: [],
  rules: [
    {
      id: "W1",
      title: "Not false, biased",
      text: "A false statement isn't biased for being false. A word that only names a contested topic isn't biased either.",
    },
    {
      id: "W2",
      title: "Neutral verbs",
      text: "Said and stated are neutral. Claimed, boasted, admitted and the like are epistemological bias.",
    },
    ...sharedRules,
  ],
  questions: [],
};
