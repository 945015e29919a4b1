export type AgreementUnit = "character" | "span" | "article";
type Label = { coefficient: string; unit: AgreementUnit; level: string };

const marked = "nominal, marked or not";
const sameTag = "same tag";
const alpha = "Krippendorff’s alpha";
const units = "nominal, marked units";

function character(coefficient: string): Label {
  return { coefficient, unit: "character", level: marked };
}

function span(coefficient: string, level: string): Label {
  return { coefficient, unit: "span", level };
}

/** What each statistic of a report is. `alpha` of attributes and questions brings its own level. */
export const statisticLabels = {
  alpha: character(alpha),
  prevalence: character("share of characters marked, over annotators"),
  percent_agreement: character("raw agreement, share of agreeing pairs of judgements"),
  ac1: character("Gwet’s AC1"),
  noticed: span("share of spans that the other annotator marked too", "any tag"),
  same_edges: span("share of matched spans with the same edges", "any tag"),
  tag_kappa: span("Cohen’s kappa", "nominal, tags of matched spans"),
  tag_agreement: span("raw agreement", "nominal, tags of matched spans"),
  exact_f1: span("F1, same edges", sameTag),
  exact_any_tag_f1: span("F1, same edges", "any tag"),
  overlap_f1: span("F1, any overlap", sameTag),
  similar_f1: span("F1, one to one, intersection over union of .5 or more", sameTag),
  similar_any_tag_f1: span("F1, one to one, intersection over union of .5 or more", "any tag"),
  partial_f1: span("F1, partial credit of SemEval-2020 task 11", sameTag),
  exact_precision: span("precision against gold, same edges", sameTag),
  exact_recall: span("recall of gold, same edges", sameTag),
  overlap_precision: span("precision against gold, any overlap", sameTag),
  overlap_recall: span("recall of gold, any overlap", sameTag),
  similar_precision: span("precision against gold, intersection over union of .5 or more", sameTag),
  similar_recall: span("recall of gold, intersection over union of .5 or more", sameTag),
  partial_precision: span("precision against gold, partial credit", sameTag),
  partial_recall: span("recall of gold, partial credit", sameTag),
  attribute_alpha: span(alpha, "nominal"),
  attribute_agreement: span("raw agreement", "nominal"),
  question_alpha: { coefficient: alpha, unit: "article", level: "nominal" },
  u_alpha: span("u-alpha of Krippendorff et al. (2016), mean over articles", units),
  binary_u_alpha: span(
    "|u-alpha of Krippendorff et al. (2016), mean over articles",
    "marked or not",
  ),
  cu_alpha: span("cu-alpha of Krippendorff et al. (2016), mean over articles", units),
  alpha_u: span(
    "Krippendorff’s unitizing alpha (1995, 2004), mean over articles",
    "nominal, squared",
  ),
  gamma: span("gamma of Mathet et al. (2015), mean over articles", "position and tag"),
  tag_set_alpha_masi: {
    coefficient: alpha,
    unit: "character",
    level: "sets of tags, MASI distance",
  },
  tag_set_alpha_nominal: { coefficient: alpha, unit: "character", level: "sets of tags, nominal" },
  question_agreement: { coefficient: "raw agreement", unit: "article", level: "nominal" },
} as const satisfies Readonly<Record<string, Label>>;

export type Statistic = keyof typeof statisticLabels;
