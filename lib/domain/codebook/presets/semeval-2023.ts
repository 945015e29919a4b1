import type { Preset } from "./preset";
import { semeval2023Families } from "./semeval-2023-families";
import { genericFrames, genreQuestion } from "./shared-questions";
import { sharedRules } from "./shared-rules";

/** SemEval-2023 Task 3: genre and frames of the article, 23 persuasion techniques on spans. */
export const semeval2023: Preset = {
  id: "semeval-2023",
  version: "semeval-2023-1.0",
  title: "SemEval-2023: 23 persuasion techniques",
  about:
    "Genre and frames of the article, and 23 persuasion techniques in six groups on its spans.",
  citation:
    "Piskorski, J., Stefanovitch, N., Da San Martino, G. and Nakov, P. (2023). SemEval-2023 Task 3: Detecting the Category, the Framing, and the Persuasion Techniques in Online News in a Multi-lingual Setup. SemEval 2023.",
  url: "https://aclanthology.org/2023.semeval-1.317/",
  licence:
    "Only the names of the techniques are taken over. The corpus is given out on registration, under terms of its own.",
  families: semeval2023Families,
  linkTypes: [],
  rules: [
    {
      id: "T1",
      title: "Genre first",
      text: "Say first whether it is an opinion piece, a report or satire: the same words are read differently in each.",
    },
    {
      id: "T2",
      title: "Several techniques",
      text: "Spans may overlap, and the same words may carry several techniques: mark them once for each.",
    },
    ...sharedRules,
  ],
  questions: [
    genreQuestion,
    {
      id: "frames",
      question: "Which frames does the article use?",
      kind: "multiple",
      values: genericFrames.filter((frame) => frame !== "other"),
      isRequired: false,
    },
  ],
};
