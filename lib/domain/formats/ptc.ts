import type { TextProblem } from "../text/decode-utf8";
import type { ExportedLayer } from "./exported-span";
import { bareSpan, type ImportedSpan, placesUnchecked, type ReadLayers } from "./imported-layer";
import { JointText } from "./joint-text";
import { isParagraphLabels, readParagraphLabels } from "./paragraph-labels";

/** The tag of span files that name none (task 1, span identification). */
const unnamedTag = "Propaganda";

/**
 * Reads the span files of the Propaganda Techniques Corpus and of SemEval 2020 task 11 and 2023
 * task 3: `article⇥technique⇥start⇥end`, technique left out in span identification. Offsets are
 * half-open and count code points of the article file: title, empty line, text. There are no
 * quotes, so that only the article's file tells what stood at a place. Tables of paragraphs with
 * their labels are told apart and read as such.
 * @param textOf what the file of an article says, if it was sent
 */
export function readPtc(
  tsv: string,
  textOf: (article: string) => string | null = () => null,
): ReadLayers {
  if (isParagraphLabels(tsv)) return readParagraphLabels(tsv, textOf);
  const byArticle = new Map<string, { line: number; spans: ImportedSpan[] }>();
  const problems: TextProblem[] = [];
  for (const [at, content] of tsv.split("\n").entries()) {
    const line = at + 1;
    if (content.trim() === "") continue;
    const cells = content.split("\t").map((cell) => cell.trim());
    const [article = "", tag = "", start = "", end = ""] =
      cells.length === 3 ? [cells[0], unnamedTag, cells[1], cells[2]] : cells;
    if (article === "" || !/^\d+$/.test(start) || !/^\d+$/.test(end)) {
      const message = "Write a span as article⇥technique⇥start⇥end, with tabs (⇥).";
      problems.push({ line, message, reason: "ptc_span_malformed" });
      continue;
    }
    const layer = byArticle.get(article) ?? { line, spans: [] };
    byArticle.set(article, layer);
    layer.spans.push(bareSpan(line, tag, { start: Number(start), end: Number(end) }));
  }
  const layers = [...byArticle].map(([article, layer]) => ({
    ...layer,
    keys: [article, `article${article}`],
    ...({ annotator: null, unit: "codepoint", text: textOf(article) } as const),
  }));
  if (layers.length > 0 && layers.every(({ text }) => text !== null)) {
    return { layers, problems, notes: [] };
  }
  return { layers, problems, notes: [placesUnchecked] };
}

/**
 * The layer that a file without spans is, called `article7.labels` or the like: nothing
 * was marked. A file of many articles says nothing by being empty.
 */
export function readEmptyPtc(stem: string, textOf: (article: string) => string | null): ReadLayers {
  const article = /^article([^.]+)/.exec(stem)?.[1];
  if (article === undefined) return { layers: [], problems: [], notes: [] };
  const keys = [`article${article}`, article];
  const common = { annotator: null, unit: "codepoint", text: textOf(article) } as const;
  return { layers: [{ line: 1, keys, ...common, spans: [] }], problems: [], notes: [] };
}

/** What the file of an article may be called. */
export const ptcArticleFiles = (article: string) => [`article${article}.txt`, `${article}.txt`];

/**
 * Writes a layer as rows of `article⇥technique⇥start⇥end`, over title, empty line and body. Can't
 * hold: who made it, quotes, attributes, links, white space in the article's key.
 */
export function toPtc({ key, article, spans }: ExportedLayer): string {
  const joint = new JointText(article);
  const rows = spans.map(({ segment, start, end, tagId }) => {
    const place = joint.fromSegment(segment, { start, end });
    return `${key.replace(/\s/g, "_")}\t${tagId}\t${place.start}\t${place.end}\n`;
  });
  return rows.join("");
}
