import type { FieldTable } from "./export-fields";

export const articleFields = {
  article_id: ["id", "Article, in one version of its text: each version is a row with its own id."],
  external_id: ["text", "Its id in its source."],
  version: ["integer", "A corrected text is a new version."],
  title: ["text", "Title, exactly as imported."],
  outlet: ["text", "Who published it."],
  url: ["text", "Where it was published."],
  published_on: ["date", "When it was published."],
  language: ["text", "BCP 47 code."],
  sha256: ["id", "SHA-256 of the body's UTF-8 bytes."],
  n_code_points: ["integer", "Length of the body."],
  n_assigned: ["integer", "Annotators it was given to."],
  n_submitted: ["integer", "Annotators who have handed it in."],
  n_spans: ["integer", "Spans of submitted layers."],
  n_open_disagreements: ["integer", "Disagreements that wait for a decision."],
} as const satisfies FieldTable;

export const assignmentFields = {
  assignment_id: ["id", "Layer: one annotator's work on one article."],
  article_id: ["id", "Article, in one version of its text; articles.csv names the version."],
  annotator_id: ["id", "Pseudonym, the same in every file of the project."],
  status: ["id", "assigned, in_progress, submitted or returned."],
  n_spans: ["integer", "Spans that stand; 0 in a submitted layer means that nothing was found."],
  assigned_at: ["time", "When it was given out."],
  started_at: ["time", "When the first span was made."],
  submitted_at: ["time", "When it was handed in."],
  active_seconds: ["integer", "Time spent working on it."],
} as const satisfies FieldTable;

export const annotatorFields = {
  annotator_id: ["id", "Pseudonym, given once and never again."],
  role: ["id", "What the person is, or last was, in the project."],
  joined_at: ["time", "When they joined."],
  n_assigned: ["integer", "Articles given to them."],
  n_submitted: ["integer", "Articles they have handed in."],
  n_spans: ["integer", "Spans of their submitted layers."],
  active_seconds: ["integer", "Time spent on their submitted layers."],
} as const satisfies FieldTable;

/** What `annotators.csv` has besides when an admin asks who is who. */
export const identityFields = {
  name: ["text", "Name of the account."],
  email: ["text", "Address of the account."],
} as const satisfies FieldTable;

/** One row per value: a question with several values has as many rows. */
export const answerFields = {
  assignment_id: ["id", "Layer."],
  article_id: ["id", "Article, in one version of its text; articles.csv names the version."],
  annotator_id: ["id", "Pseudonym."],
  assignment_status: ["id", "assigned, in_progress, submitted or returned."],
  codebook_version: ["integer", "Number of the codebook version that asks the question."],
  question_id: ["text", "Question about the whole article."],
  position: ["integer", "Place among the values given to the question, from 1."],
  value: ["text", "The answer."],
  updated_at: ["time", "When it was given."],
} as const satisfies FieldTable;

export const linkFields = {
  link_id: ["id", "Link between two spans of one layer."],
  assignment_id: ["id", "Layer."],
  article_id: ["id", "Article, in one version of its text; articles.csv names the version."],
  annotator_id: ["id", "Pseudonym."],
  assignment_status: ["id", "assigned, in_progress, submitted or returned."],
  kind: ["text", "What the link says, from the codebook."],
  from_annotation_id: ["id", "Span that it starts from."],
  to_annotation_id: ["id", "Span that it leads to."],
  created_at: ["time", "When it was made."],
} as const satisfies FieldTable;

/** What no longer stands, as its spans have changed, is left out. */
export const disagreementFields = {
  project_id: ["id", "Project."],
  article_id: ["id", "Article, in one version of its text; articles.csv names the version."],
  article_sha256: ["id", "SHA-256 of the body's UTF-8 bytes."],
  disagreement_id: ["id", "Disagreement."],
  family: ["text", "Family that it is about."],
  kind: ["id", "one_sided, boundary, tag, boundary_and_tag, attribute, or missed (by all)."],
  segment: ["id", "title or body: what the offsets count in."],
  start: ["integer", "First code point of the spans together, counted from 0."],
  end: ["integer", "Code point after their last."],
  offset_unit: ["id", "What start and end count: codepoint."],
  status: ["id", "open, decided, or stale: spans have changed since it was decided."],
  tags: ["text", "Tags that were given, parted by spaces."],
  annotation_ids: ["id", "The spans, in text order, ids parted by spaces."],
  outcome: ["id", "Outcome of the latest decision."],
  decided_by: ["id", "Pseudonym of the reviewer."],
  decided_at: ["time", "When it was decided."],
  rule_cited: ["text", "Rule of the codebook that the reviewer named."],
  comment: ["text", "The reviewer's reason."],
  created_at: ["time", "When it was found."],
} as const satisfies FieldTable;
