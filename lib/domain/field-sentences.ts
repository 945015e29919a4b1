import type { RefusalReason } from "./reason";

/**
 * What the contracts say of a field in sentences of their own, by the reason. A check such as a
 * least length takes a sentence and nothing beside it, so that the sentence is what tells it apart.
 */
export const fieldSentences = {
  broken_character: "Remove the NUL or broken (lone surrogate) character.",
  not_json: "This isn't JSON.",
  email_malformed: "Enter an e-mail address.",
  email_not_ascii: "Use plain ASCII characters in the address.",
  name_missing: "Enter a name.",
  project_name_missing: "Give the project a name.",
  preset_and_codebook: "Choose a preset or send a codebook, not both.",
  token_name_missing: "Say what the token is for.",
  token_scopes_missing: "Choose what the token may do.",
  view_name_missing: "Give the view a name.",
  language_malformed: "Write a code such as en or pt-BR.",
  week_malformed: "Write a week as 2026-W05.",
  pseudonyms_malformed: "Write pseudonyms with commas: A01,A02.",
  hints_too_many: "At most 5,000 hints.",
  message_empty: "Write something first.",
  reopening_reason_missing: "Say why you need the article back.",
  declining_reason_missing: "Say why, in a word.",
  appeal_reason_missing: "Say why the decision should be made again.",
  gold_spans_missing: "This outcome needs the spans that become gold.",
  id_malformed: "An id starts with a letter and goes on with letters, digits, - and _.",
  choices_missing: "List what can be chosen.",
  choice_repeated: "Every value may stand once.",
  choice_empty: "No value may be empty.",
  steps_not_rising: "The numbers of a scale rise from the first to the last, each there once.",
  attribute_id_repeated: "An attribute's id may stand only once in its list.",
  attribute_id_common: "A common attribute has this id already, and every span may carry those.",
  attribute_id_reserved:
    "This id is kept: link_… for links, confidence and note for common attributes.",
  link_type_repeated: "Every type of link may stand once in a codebook.",
  scale_malformed: "A scale has two or more whole numbers, lowest first.",
  scale_ends_misplaced: "A scale says what its ends mean, and nothing else has ends.",
  foreign_tag_in_order: "The order of decisions may only name tags of its family.",
  tag_id_repeated: "Every tag id may stand once in a codebook.",
  family_id_repeated: "Every family id may stand once in a codebook.",
  rule_id_repeated: "Every rule id may stand once in a codebook.",
  question_id_repeated: "Every question id may stand once in a codebook.",
} as const satisfies Partial<Record<RefusalReason, string>>;

type OwnReason = keyof typeof fieldSentences;

const reasonBySentence = new Map(
  Object.entries(fieldSentences).map(([reason, sentence]) => [
    sentence as string,
    reason as OwnReason,
  ]),
);

/** The reason that a contract's own sentence stands for. */
export function reasonOfSentence(sentence: string): OwnReason | undefined {
  return reasonBySentence.get(sentence);
}
