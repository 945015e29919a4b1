import type { QuestionDefinition } from "../codebook";

/** Frames 1 to 15 of the Policy Frames Codebook (Boydstun et al. 2014), in words of our own. */
export const genericFrames: readonly string[] = [
  "economic",
  "capacity and resources",
  "morality",
  "fairness and equality",
  "legality and jurisdiction",
  "policy prescription",
  "crime and punishment",
  "security and defence",
  "health and safety",
  "quality of life",
  "cultural identity",
  "public opinion",
  "political",
  "external regulation and reputation",
  "other",
];

/** SemEval-2023 Task 3 asks for the genre first: tags are read differently in an opinion piece. */
export const genreQuestion: QuestionDefinition = {
  id: "genre",
  question: "What kind of article is it?",
  kind: "single",
  values: ["opinion", "report", "satire"],
  isRequired: true,
};
