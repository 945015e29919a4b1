import type { OperationProblem } from "./annotation/check-operation";
import type { fileReasonFacts } from "./file-reasons";
import type { Facts } from "./problem";

/**
 * Why a request is refused, or a field of it isn't right: finer than an error's code and as stable,
 * so that a client can say it in its reader's language. With each, the facts that its words name.
 */
export const reasonFacts = {
  not_signed_in: [],
  set_up_already: [],
  nothing_here: [],
  role_forbids: [],
  foreign_origin: [],
  may_not_create_projects: [],
  too_many_attempts: [],
  input_invalid: [],
  edited_meanwhile: [],
  too_many_bytes: ["kibibytes"],
  too_many_files: [],
  upload_cut_off: [],
  server_disk_full: [],
  database_disk_full: [],

  invite_unusable: [],
  invite_used_just_now: [],
  account_password_wrong: [],
  account_password_wanted: [],
  own_role: [],
  last_admin: [],
  too_many_tokens: ["most"],

  not_your_assignment: [],
  choose_annotator: [],
  choose_annotators: [],
  choose_articles: [],
  not_an_annotator: ["id"],
  not_an_article: ["id"],
  not_submitted: [],
  reopening_asked_already: [],
  no_reopening_to_answer: [],
  saved_elsewhere: [],
  answers_misfit: [],
  question_unknown: [],
  answer_missing: [],
  answer_not_a_list: [],
  answer_a_list: [],
  spans_though_nothing_found: [],
  nothing_found_unsaid: [],

  office_file: [],
  file_not_read: [],
  no_article_in_file: [],
  several_articles_in_file: [],
  too_many_articles: ["most"],
  other_import_running: [],
  other_part_is_next: ["at"],
  part_cut_off: ["bytes"],
  import_stopped: [],
  upload_complete: [],
  upload_unproven: [],
  upload_differs: [],
  newer_version_exists: ["version"],
  text_of_another_article: [],
  version_changes_nothing: [],

  tags_in_use_lost: [],
  tag_in_use_dropped: ["tag", "family"],
  tag_in_use_moved: ["tag", "from", "to"],
  codebook_outdated: ["version"],
  not_a_codebook: [],

  decided_meanwhile: [],
  gold_misfit: [],
  not_marked_exactly: [],
  nothing_handed_in: [],
  no_gold_of_tag: ["tag"],
  marked_alike: [],
  gold_alike: [],
  not_own_decision: [],
  not_last_decision: [],
  decision_not_standing: [],
  appealed_already: [],
  made_to_learn: [],
  discussion_not_open: [],

  exports_running: [],
  export_not_narrowed: [],
  export_filter_unknown: ["file", "filter", "known"],
  export_family_unknown: ["family"],
  export_tag_unknown: ["tag"],
  export_annotator_unknown: ["annotator"],
  identities_elsewhere: [],
  release_running: [],

  text_too_short: ["minimum"],
  text_too_long: ["maximum"],
  list_too_short: ["minimum"],
  list_too_long: ["maximum"],
  number_too_small: ["minimum"],
  number_not_above: ["minimum"],
  number_too_big: ["maximum"],
  number_not_below: ["maximum"],
  not_multiple_of: ["divisor"],
  wrong_type: ["expected"],
  wrong_format: ["format"],
  not_a_choice: ["choices"],
  unknown_keys: ["count", "keys"],
  wrong_key: [],
  wrong_element: [],
  fits_no_form: [],

  broken_character: [],
  not_json: [],
  json_broken_at: ["line", "column"],
  email_malformed: [],
  email_not_ascii: [],
  name_missing: [],
  own_name_missing: [],
  project_name_missing: [],
  preset_and_codebook: [],
  token_name_missing: [],
  token_scopes_missing: [],
  view_name_missing: [],
  language_malformed: [],
  week_malformed: [],
  pseudonyms_malformed: [],
  hints_too_many: [],
  message_empty: [],
  reopening_reason_missing: [],
  declining_reason_missing: [],
  appeal_reason_missing: [],
  gold_spans_missing: [],
  id_malformed: [],
  choices_missing: [],
  choice_repeated: [],
  choice_empty: [],
  steps_not_rising: [],
  attribute_id_repeated: [],
  attribute_id_common: [],
  attribute_id_reserved: [],
  link_type_repeated: [],
  scale_malformed: [],
  scale_ends_misplaced: [],
  foreign_tag_in_order: [],
  tag_id_repeated: [],
  family_id_repeated: [],
  rule_id_repeated: [],
  question_id_repeated: [],
} as const satisfies Record<string, readonly string[]>;

/** Reasons that are made for refusals; what is wrong with a change has a code of its own already. */
export type RefusalReason = keyof typeof reasonFacts;
export type FileReason = keyof typeof fileReasonFacts;
export type ReasonCode = RefusalReason | FileReason | OperationProblem["code"];

type All = typeof reasonFacts & typeof fileReasonFacts;
type Plain = {
  [Code in keyof All]: All[Code] extends readonly [] ? Code : never;
}[keyof All];
type Because<Code extends keyof All> = {
  reason: Code;
  facts: Readonly<Record<All[Code][number], string | number>>;
};

/** A reason with its facts. */
export type GivenReason =
  | { reason: Plain; facts?: undefined }
  | { [Code in Exclude<keyof All, Plain>]: Because<Code> }[Exclude<keyof All, Plain>];
/** What to tell callers of the API in English, and the reason that it stands for. */
export type Explained = { message: string } & GivenReason;

/** A reason with its facts, or none: then there are the words for callers of the API alone. */
export type Explanation =
  | GivenReason
  | { reason: OperationProblem["code"]; facts: Facts }
  | { reason?: undefined; facts?: undefined };

/** A reason as it was sent, maybe by another version of the server. */
export type SentReason = { reason?: string | undefined; facts?: Facts | undefined };

export type SentExplained = { message: string } & SentReason;

/** As it is sent and stored: facts, none or many, come with every reason. */
export function toSentReason({ reason, facts = {} }: SentReason): {
  reason?: string;
  facts?: Facts;
} {
  return reason === undefined ? {} : { reason, facts };
}
