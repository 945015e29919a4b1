import type { TextProblem } from "../text/decode-utf8";
import { bareSpan, type ImportedSpan, placesUnchecked, type ReadLayers } from "./imported-layer";

const row = /^([^\t]*[^\t\s][^\t]*)\t\s*(\d+)\s*(?:\t([^\t]*))?$/;

/**
 * Whether a table is one of paragraphs with their labels, and none of spans: every row has a number
 * second, none a number third, and some row has a third cell at all.
 */
export function isParagraphLabels(tsv: string): boolean {
  const rows = tsv.split("\n").filter((content) => content.trim() !== "");
  const found = rows.map((content) => row.exec(content.replace(/\r$/, "")));
  return (
    found.every((one) => one !== null && !/^\s*\d+\s*$/.test(one[3] ?? "")) &&
    found.some((one) => one?.[3] !== undefined)
  );
}

/**
 * Reads the paragraph labels of SemEval-2023 task 3, subtask 3:
 * `article⇥paragraph⇥Label1,Label2`. A paragraph is a line of the article's file, counted from 1
 * with the title's, and becomes a span for each of its labels. A paragraph without labels is read
 * too: an article that has no others was looked at and nothing found.
 * @param textOf what the file of an article says, if it was sent
 */
export function readParagraphLabels(
  tsv: string,
  textOf: (article: string) => string | null,
): ReadLayers {
  type Found = { line: number; lines: number[]; spans: ImportedSpan[] };
  const byArticle = new Map<string, Found>();
  const problems: TextProblem[] = [];
  for (const [at, content] of tsv.split("\n").entries()) {
    const line = at + 1;
    if (content.trim() === "") continue;
    const [article = "", number = "", labels = ""] = content.split("\t").map((cell) => cell.trim());
    const found = byArticle.get(article) ?? { line, lines: [], spans: [] };
    byArticle.set(article, found);
    const textLine = Number(number);
    found.lines.push(textLine);
    const tags = new Set(labels.split(",").map((label) => label.trim()));
    tags.delete("");
    found.spans.push(...[...tags].map((tag) => ({ ...bareSpan(line, tag, null), textLine })));
  }
  const layers = [...byArticle].map(([article, found]) => ({
    ...found,
    keys: [article, `article${article}`],
    ...({ annotator: null, unit: "codepoint", text: textOf(article) } as const),
  }));
  const isChecked = layers.every(({ text }) => text !== null);
  return { layers, problems, notes: isChecked ? [] : [placesUnchecked] };
}
