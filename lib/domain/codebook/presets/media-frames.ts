import type { Preset, PresetTag } from "./preset";
import { genericFrames } from "./shared-questions";
import { sharedRules } from "./shared-rules";

type Frame = Omit<PresetTag, "negative"> & { negative?: readonly string[] };

const frames: readonly Frame[] = [
  {
    id: "economic",
    publishedAs: "1 Economic",
    definition: "Costs, benefits, jobs, prices: what it means in money for anybody.",
    positive: ["would cost taxpayers millions"],
    negative: ["would need more staff"],
    toDefault: [],
  },
  {
    id: "capacity_and_resources",
    publishedAs: "2 Capacity and resources",
    definition: "Whether there is enough time, people, space or equipment.",
    positive: ["shelters are already full"],
    negative: ["shelters cost too much"],
    toDefault: [],
  },
  {
    id: "morality",
    publishedAs: "3 Morality",
    definition: "Right and wrong, duty and conscience, religious or secular.",
    positive: ["a duty to protect the weakest"],
    negative: ["the law obliges the state"],
    toDefault: [],
  },
  {
    id: "fairness_and_equality",
    publishedAs: "4 Fairness and equality",
    definition: "Whether burdens, rights or benefits are shared out equally.",
    positive: ["one rule for the rich, another for the poor"],
    negative: ["a violation of the constitution"],
    toDefault: [],
  },
  {
    id: "legality",
    publishedAs: "5 Legality, constitutionality, jurisprudence",
    definition: "What laws, courts and constitutions say, allow or forbid.",
    positive: ["the court struck the ban down"],
    negative: ["the minister proposed a ban"],
    toDefault: [],
  },
  {
    id: "policy",
    publishedAs: "6 Policy prescription and evaluation",
    definition: "A measure that is proposed, defended or judged by its effect.",
    positive: ["the new rules have cut waiting times"],
    negative: ["the parties quarrelled over the rules"],
    toDefault: [],
  },
  {
    id: "crime_and_punishment",
    publishedAs: "7 Crime and punishment",
    definition: "Offences, enforcement, trials and sentences.",
    positive: ["faces ten years in prison"],
    negative: ["lost his case for damages"],
    toDefault: ["BLAME"],
  },
  {
    id: "security_and_defence",
    publishedAs: "8 Security and defense",
    definition: "A threat to a country or group, and protection from it.",
    positive: ["could leave the border undefended"],
    negative: ["crossed the border on foot"],
    toDefault: ["THREAT"],
  },
  {
    id: "health_and_safety",
    publishedAs: "9 Health and safety",
    definition: "Illness, injury, care, hygiene and how to prevent harm.",
    positive: ["linked to heart disease"],
    negative: ["treatment has become dearer"],
    toDefault: [],
  },
  {
    id: "quality_of_life",
    publishedAs: "10 Quality of life",
    definition: "How people's daily lives, comfort and happiness change.",
    positive: ["families can at last live together"],
    negative: ["families pay less tax"],
    toDefault: [],
  },
  {
    id: "cultural_identity",
    publishedAs: "11 Cultural identity",
    definition: "Customs, language, belonging and values of a group.",
    positive: ["part of what makes us a nation"],
    negative: ["most voters agree"],
    toDefault: [],
  },
  {
    id: "public_opinion",
    publishedAs: "12 Public opinion",
    definition: "What the public thinks, as polls, protests or votes show it.",
    positive: ["two thirds of those asked want it back"],
    negative: ["two thirds of the deputies voted for it"],
    toDefault: [],
  },
  {
    id: "political",
    publishedAs: "13 Political",
    definition: "Parties, campaigns, bargains and manoeuvres.",
    positive: ["hopes to win back the centre before the election"],
    negative: ["hopes to shorten waiting times"],
    toDefault: [],
  },
  {
    id: "external_regulation",
    publishedAs: "14 External regulation and reputation",
    definition: "A country's relations with others, and how they see it.",
    positive: ["made the country a laughing stock abroad"],
    negative: ["made the minister resign"],
    toDefault: [],
  },
  {
    id: "other_frame",
    publishedAs: "15 Other",
    definition: "A frame that none of the fourteen covers; name it in proposed_tag.",
    positive: [],
    toDefault: [],
  },
];

/** Media Frames Corpus: fifteen dimensions of framing, on spans and on the article. */
export const mediaFrames: Preset = {
  id: "media-frames",
  version: "media-frames-1.0",
  title: "Media Frames: fifteen generic frames",
  about:
    "Which of fifteen dimensions a passage frames the issue by; primary frame and tone as questions.",
  citation:
    "Card, D., Boydstun, A. E., Gross, J. H., Resnik, P. and Smith, N. A. (2015). The Media Frames Corpus: Annotations of Frames Across Issues. ACL-IJCNLP 2015.",
  url: "https://github.com/dallascard/media_frames_corpus",
  licence:
    "Only the names of the dimensions are taken over. The corpus has terms of its own, and its articles can't be passed on: see github.com/dallascard/media_frames_corpus.",
  families: [
    {
      id: "FRAME",
      question: "By which dimension does this passage frame the issue?",
      anchor: "the phrase or sentences that call the frame up",
      tags: frames.map((frame) => ({ negative: [], ...frame })),
      attributes: [],
      decisionOrder: [],
    },
  ],
  linkTypes: [],
  rules: [
    {
      id: "M1",
      title: "Judgements on the article are questions",
      text: "Primary frame and tone are asked about the whole article; don't mark a span for them.",
    },
    {
      id: "M2",
      title: "More than one",
      text: "A passage can call up several frames: mark it once for each.",
    },
    ...sharedRules,
  ],
  questions: [
    {
      id: "is_relevant",
      question: "Is the article about the issue at all?",
      kind: "single",
      values: ["yes", "no"],
      isRequired: true,
    },
    {
      id: "primary_frame",
      question: "Which frame leads the article?",
      kind: "single",
      values: genericFrames,
      isRequired: false,
    },
    {
      id: "tone",
      question: "Is the article for or against, as a supporter of the issue would see it?",
      kind: "ordinal",
      values: ["-1", "0", "1"],
      ends: { low: "anti", high: "pro" },
      isRequired: false,
    },
    {
      id: "tone_is_explicit",
      question: "Is the tone explicit?",
      kind: "single",
      values: ["explicit", "implicit"],
      isRequired: false,
    },
  ],
};
