import type { Resource } from "./datapackage";
import { pseudonymSentence } from "./pseudonym-sentence";
import { smallestGroup } from "./small-groups";
import { describeTally, type ReleaseFacts, type ReleaseIdentity, totalOf } from "./release-facts";

/** `README.md` of a package: what is in it, how to read it, how to check it. */
export function readmeFile(
  identity: ReleaseIdentity,
  facts: ReleaseFacts,
  tables: readonly Resource[],
  rows: Readonly<Record<string, number>>,
): string {
  const { number, note, createdAt, softwareVersion, hasTexts, hasNotes } = identity;
  const files = tables.map(({ path, description }) => {
    const n = rows[path];
    return `* \`${path}\`: ${description}${n === undefined ? "" : ` ${n} ${n === 1 ? "row" : "rows"}.`}`;
  });
  return `# ${facts.projectName}, release ${number}

Frozen on ${createdAt} by Slantwise ${softwareVersion}. This package never changes: the same release
has the same bytes whenever it is downloaded.
${note ? `\n> ${note.replaceAll("\n", "\n> ")}\n` : ""}
${facts.articles.n} ${facts.articles.n === 1 ? "article" : "articles"}, ${totalOf(facts.families)} spans in submitted layers (${describeTally(facts.families)}), gold
spans by outcome: ${describeTally(facts.gold)}.

## Files

${files.join("\n")}
${
  hasTexts
    ? "* `texts/<article_id>.txt`: the article's body, exactly the bytes that `article_sha256` is of. The title is a segment of its own, in `articles.csv`."
    : "* No texts. `quote`, `prefix`, `suffix` and `text` are empty; offsets, hashes, titles and URLs are kept.\n* `reattach.py`: puts the quotes back when you have the texts, into a folder of its own, and reports which have drifted. The self-check looks at that folder too."
}
* \`codebook.json\`: every codebook version; \`codebook_version\` in each row names one.
* \`datapackage.json\`: type and meaning of every column (Frictionless). \`croissant.json\`: the same for machine learning tools.
* \`datasheet.md\`: how the data came about; what only people can answer is marked OPEN.
* \`CHANGES.md\`, \`changes.csv\`: what differs from the last release.
* \`SHA256SUMS\`, \`check.py\`, \`check.mjs\`: the self-check.

## Reading it

* UTF-8 without byte order mark. CSV as in RFC 4180: CRLF between records, LF inside cells.
* Missing is the empty cell, and nothing else is: an attribute may have the value \`n/a\`, an outlet the
  name NA. Cells hold line feeds, and white space at their edges counts. Readers have to be told:
  pandas \`read_csv(path, keep_default_na=False, na_values=[""])\`; R \`read.csv(path, na.strings = "")\`
  or readr \`read_csv(path, na = "", trim_ws = FALSE)\`; pyarrow \`ParseOptions(newlines_in_values=True)\`
  with \`ConvertOptions(null_values=[""], strings_can_be_null=True)\`.
* Times are ISO 8601 in UTC.
* \`start\` and \`end\` are half-open and count Unicode code points of the segment, as Python does.
  \`start_utf16\` and \`end_utf16\` are the same place for JavaScript and Java.
* Only submitted work is in it. A submitted article in which nothing was found has a row in
  \`assignments.csv\` with \`n_spans\` 0.
* ${pseudonymSentence}
${facts.work.imported > 0 ? `* Submitted layers that were brought in from files, whole or in part: ${facts.work.imported}. Their times are those of the import, and nobody measured \`active_seconds\` of it; see \`datasheet.md\`.\n` : ""}* ${hasNotes ? "Annotators' notes are included: read them for names before you publish." : "Annotators' notes are left out: those cells are empty. Reviewers' comments and free answers are in: read them for names before you publish."}
* \`datasheet.md\` sums active time up only for ${smallestGroup} annotators or more. Nothing else about them is held
  back: \`active_seconds\` stands for each pseudonym in \`annotators.csv\` and for each layer in
  \`assignments.csv\`, beside the times at which it was given out, begun and handed in. Leave these
  columns out before you publish if they could point at a person.
* \`n_defensible\` and \`n_error\` in \`soft_labels.csv\` tell legitimate variation (a reviewer called
  both readings defensible) from what was turned down. Every vote is kept either way.
* \`outcome\` in \`gold.csv\` keeps rejected and unresolved spans: filter before you train.
* Agreement is Krippendorff's alpha over characters of the body (nominal, marked or not) with a
  percentile bootstrap over articles. \`noticed\`: share of spans that the other annotator marked
  somewhere as well; \`same_edges\`: of those, the share with the very same edges; \`tag_kappa\` and
  \`tag_agreement\`: of their tags; \`exact_f1\` and \`similar_f1\`: spans matched one to one, exactly
  or with an intersection over union of .5 or more.

## Checking it

    python3 check.py
    node check.mjs

Both compare every file with \`SHA256SUMS\`${hasTexts ? " and every quote with its place in the text" : ""}. Neither needs
anything installed.
`;
}
