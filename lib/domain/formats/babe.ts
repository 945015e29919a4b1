import { titleOfText } from "../articles/title-of-text";
import type { Explained } from "../reason";
import type { Attributes, TextRange } from "../spans/span";
import { CodePointIndex } from "../text/code-points";
import type { TextProblem } from "../text/decode-utf8";
import { trimRange } from "../text/trim-range";
import type { Table } from "./article-table";
import { bareSpan, type ImportedLayer, type ImportedSpan, type ReadLayers } from "./imported-layer";
import { readPythonList } from "./python-list";
import { findWords } from "./find-words";

const needed = ["text", "label_bias", "biased_words"];
/** The tag of biased words: the files don't tell what kind they are. */
const wordTag = "biased_words";
const undecided = /^(|nan|no agreement)$/i;

/** Whether the first line of a table names the columns of BABE's files. */
export function isBabeHeader(firstLine: string): boolean {
  return /\blabel_bias\b/.test(firstLine) && /\bbiased_words\b/.test(firstLine);
}

/**
 * Reads the labels of BABE (`final_labels_SG1.csv`, `final_labels_SG2.csv`; also rows of one annotator
 * with an `annotator_id`). Each row is a sentence, an article of its own, found by its text:
 * `label_bias` becomes a span over all of it with `label_opinion` as the attribute `opinion`, and
 * `biased_words` become spans where the sentence says them. A sentence without agreement has no
 * span over it. Outlet, topic and leaning are passed over: they are of the article.
 */
export function readBabe({ header, rows }: Table): ReadLayers {
  const missing = needed.filter((name) => !header.includes(name));
  if (missing.length > 0) {
    const facts = { missing: missing.join(", ") };
    const message = `These aren't the labels of BABE: there is no column ${facts.missing}.`;
    const problem = { line: 1, message, reason: "babe_column_missing", facts } as const;
    return { layers: [], problems: [problem], notes: [] };
  }
  const layers: ImportedLayer[] = [];
  const problems: TextProblem[] = [];
  let nUndecided = 0;
  let nOpinions = 0;
  for (const { line, cells } of rows) {
    const cell = (name: string) => cells[header.indexOf(name)] ?? "";
    const words = readPythonList(cell("biased_words"));
    const problem = checkRow(cells.length, header.length, words);
    if (problem || !words) {
      problems.push({ line, ...(problem ?? malformedWords) });
      continue;
    }
    const [text, label] = [cell("text"), cell("label_bias").trim()];
    const opinion = cell("label_opinion").trim();
    const attributes: Attributes = undecided.test(opinion) ? {} : { opinion };
    const isDecided = !undecided.test(label);
    const whole = isDecided ? spanOfSentence(line, label, text, attributes) : [];
    if (!isDecided) nUndecided += 1;
    if (!isDecided && "opinion" in attributes) nOpinions += 1;
    layers.push({
      ...{ line, keys: [titleOfText(text)], unit: "codepoint", text },
      annotator: cell("annotator_id").trim() || null,
      spans: [...whole, ...spansOfWords(line, text, words)],
    });
  }
  return { layers, problems, notes: notesOn(nUndecided, nOpinions) };
}

const malformedWords: Explained = {
  message: "Write biased_words as a list, ['word', 'another'], or leave it empty.",
  reason: "babe_words_malformed",
};

function checkRow(
  nCells: number,
  nColumns: number,
  words: readonly string[] | null,
): Explained | null {
  if (nCells === nColumns) return words ? null : malformedWords;
  const message = `This row has ${nCells} cells, the header ${nColumns}.`;
  return { message, reason: "own_csv_cells_misfit", facts: { cells: nCells, columns: nColumns } };
}

function notesOn(nUndecided: number, nOpinions: number): Explained[] {
  const notes: Explained[] = [];
  if (nUndecided > 0) {
    const message = `${nUndecided} sentences on which their annotators didn't agree have no span over the sentence.`;
    notes.push({ message, reason: "note_babe_undecided", facts: { count: nUndecided } });
  }
  if (nOpinions > 0) {
    const message = `For ${nOpinions} of them label_opinion is left out: there is no span to carry it.`;
    notes.push({ message, reason: "note_babe_opinions_left_out", facts: { count: nOpinions } });
  }
  return notes;
}

function spanOfSentence(
  line: number,
  label: string,
  text: string,
  attributes: Attributes,
): ImportedSpan[] {
  const range = trimRange(text, { start: 0, end: text.length });
  return range ? [{ ...spanAt(line, label, text, range), attributes }] : [];
}

function spansOfWords(line: number, text: string, words: readonly string[]): ImportedSpan[] {
  const sought = words.map((word) => word.trim()).filter((word) => word !== "");
  const nUsed = new Map<string, number>();
  return sought.map((word): ImportedSpan => {
    const places = findWords(text, word);
    const key = word.toLowerCase();
    const nth = nUsed.get(key) ?? 0;
    nUsed.set(key, nth + 1);
    const place = places[Math.min(nth, places.length - 1)];
    if (!place) {
      return { ...bareSpan(line, wordTag, null), segment: "body", quote: word };
    }
    const span = spanAt(line, wordTag, text, place);
    const nListed = sought.filter((one) => one.toLowerCase() === key).length;
    if (places.length <= nListed) return span;
    const facts = { count: places.length };
    const message = `The text says this ${facts.count} times, and the file doesn't tell which is meant: the first was taken.`;
    return { ...span, remark: { message, reason: "span_first_of_several", facts } };
  });
}

/** @param range in UTF-16 */
function spanAt(line: number, tag: string, text: string, range: TextRange): ImportedSpan {
  const index = new CodePointIndex(text);
  const place = { start: index.toCodePoint(range.start), end: index.toCodePoint(range.end) };
  const quote = text.slice(range.start, range.end);
  return { ...bareSpan(line, tag, place), segment: "body", quote };
}
