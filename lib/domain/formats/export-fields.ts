/**
 * How a cell is written. `text` is free text, quoted as needed and defused for spreadsheets; a
 * `note` is text that people wrote in their own words, given out on request alone; an `id` is one
 * of ours and can hold nothing that needs it; `time` is ISO 8601 in UTC.
 */
export type FieldKind = "text" | "note" | "id" | "integer" | "number" | "date" | "time";
export type FieldTable = Readonly<Record<string, readonly [kind: FieldKind, meaning: string]>>;

/** The columns of `annotations.csv`, in order; the codebook's attributes go before `confidence`. */
export const annotationFields = {
  project_id: ["id", "Project."],
  codebook_version: ["integer", "Number of the codebook version that the layer was made under."],
  article_id: ["id", "Article, in one version of its text; articles.csv names the version."],
  article_external_id: ["text", "The article's id in its source."],
  article_title: ["text", "Title, exactly as imported; the segment “title”."],
  outlet: ["text", "Who published it."],
  url: ["text", "Where it was published."],
  published_on: ["date", "When it was published."],
  article_sha256: ["id", "SHA-256 of the body's UTF-8 bytes."],
  annotation_id: ["id", "Span; the same for ever, whatever is changed about it."],
  annotator_id: ["id", "Pseudonym, the same in every file of the project."],
  assignment_status: ["id", "assigned, in_progress, submitted or returned."],
  family: ["text", "Family of the tag."],
  tag: ["text", "Tag."],
  segment: ["id", "title or body: what the offsets count in."],
  start: ["integer", "First code point of the span, counted from 0."],
  end: ["integer", "Code point after the last of the span."],
  start_utf16: ["integer", "The same start in UTF-16 code units, as JavaScript and Java count."],
  end_utf16: ["integer", "The same end in UTF-16 code units."],
  offset_unit: ["id", "What start and end count: codepoint."],
  quote: ["text", "The code points from start to end."],
  prefix: ["text", "Up to 32 code points before the span."],
  suffix: ["text", "Up to 32 code points after the span."],
  paragraph: ["integer", "Paragraph of the segment in which the span starts, from 1."],
  sentence: ["integer", "Sentence of the segment in which the span starts, from 1."],
  confidence: ["number", "How sure the annotator is."],
  note: ["note", "The annotator's remark."],
  created_at: ["time", "When the span was made."],
  updated_at: ["time", "When it was last changed."],
  submitted_at: ["time", "When the layer was handed in."],
} as const satisfies FieldTable;

/** `gold.csv`; the codebook's attributes go to the end, `confidence` and `note` among them. */
export const goldFields = {
  project_id: ["id", "Project."],
  codebook_version: ["integer", "Number of the codebook version that the span follows."],
  article_id: ["id", "Article, in one version of its text; articles.csv names the version."],
  article_sha256: ["id", "SHA-256 of the body's UTF-8 bytes."],
  gold_id: ["id", "Gold span."],
  family: ["text", "Family of the tag."],
  tag: ["text", "Tag."],
  segment: ["id", "title or body: what the offsets count in."],
  start: ["integer", "First code point of the span, counted from 0."],
  end: ["integer", "Code point after the last of the span."],
  offset_unit: ["id", "What start and end count: codepoint."],
  quote: ["text", "The code points from start to end."],
  outcome: ["id", "unanimous, accept, edit, add, reject, both_defensible or unresolved."],
  decided_by: ["id", "Pseudonym of the reviewer; empty where all agreed."],
  decided_at: ["time", "When it was decided, or when all had agreed."],
  n_support: ["integer", "Annotators who marked exactly this."],
  n_annotators: ["integer", "Annotators who had handed the article in."],
  supporting_annotation_ids: ["id", "Their spans, ids parted by spaces."],
  rule_cited: ["text", "Rule of the codebook that the reviewer named."],
  comment: ["text", "The reviewer's reason."],
} as const satisfies FieldTable;

/** `soft_labels.csv`: one row per sentence of a submitted article and tag of its codebook. */
export const softLabelFields = {
  article_id: ["id", "Article, in one version of its text; articles.csv names the version."],
  segment: ["id", "title or body: what the offsets count in."],
  sentence: ["integer", "Sentence of the segment, from 1."],
  start: ["integer", "First code point of the sentence, counted from 0."],
  end: ["integer", "Code point after its last."],
  text: ["text", "The sentence, with the white space that ends it."],
  family: ["text", "Family of the tag."],
  tag: ["text", "Tag."],
  n_yes: ["integer", "Annotators with a span of the tag that shares a code point with it."],
  n_annotators: ["integer", "Annotators who have handed the article in."],
  p_yes: ["number", "n_yes of n_annotators."],
  entropy: ["number", "Of p_yes, in bits: 0 where all agree, 1 where they are split evenly."],
  votes: ["text", "JSON: 1 or 0 by annotator pseudonym."],
  n_defensible: ["integer", "Of n_yes, annotators whose mark a reviewer called both defensible."],
  n_error: ["integer", "Of n_yes, annotators whose marks a reviewer turned down."],
} as const satisfies FieldTable;
