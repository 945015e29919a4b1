import type { AttributeValue, TextRange } from "../spans/span";
import type { Explained } from "../reason";
import { countCodePoints } from "../text/code-points";
import type { TextProblem } from "../text/decode-utf8";
import type { Table } from "./article-table";
import { looksLikeFormula } from "./csv-cells";
import {
  bareSpan,
  type ImportedLayer,
  type ImportedLink,
  type ImportedSpan,
  placesUnchecked,
  type ReadLayers,
} from "./imported-layer";

const needed = "article_external_id annotator_id tag segment start end quote".split(" ");

/** What is known of a file of annotations beside its cells. */
type Beside = {
  /** Whether it begins with a byte order mark, as the spreadsheet profile does. */
  hasMark?: boolean;
  /** The file of links beside it. */
  links?: Table | null;
};

/**
 * Reads `annotations.csv` as this product exports it, in either profile, with the links of the
 * `links.csv` beside it. Offsets count code points of their segment; rows of one article and
 * annotator are one layer. Other columns than those of place, tag and attributes are passed over. A
 * package without texts has no quotes: there the hash of the text says whether places are right.
 */
export function readOwnCsv(
  table: Table,
  { hasMark = false, links = null }: Beside = {},
): ReadLayers {
  const { header, rows } = table;
  const missing = needed.filter((name) => !header.includes(name));
  if (missing.length > 0) {
    const facts = { missing: missing.join(", ") };
    const message = `This isn't annotations.csv: it has no column ${facts.missing}.`;
    const problem = { line: 1, message, reason: "own_csv_column_missing", facts } as const;
    return { layers: [], problems: [problem], notes: [] };
  }
  const layers = new Map<string, ImportedLayer & { spans: ImportedSpan[] }>();
  const problems: TextProblem[] = [];
  const exact = isDefused(table, hasMark) ? unguarded : (text: string) => text;
  for (const { line, cells } of rows) {
    const row = new Map(header.map((name, at) => [name, cells[at] ?? ""]));
    const cell = (name: string) => row.get(name) ?? "";
    const problem = checkRow(cells.length, header.length, cell);
    if (problem) {
      problems.push({ line, ...problem });
      continue;
    }
    // The text tells an article better than a name that another project has given out too.
    const keys = ["article_id", "article_sha256", "article_external_id"].map(cell);
    const home = [...keys, cell("annotator_id")].join("\n");
    const layer = layers.get(home) ?? {
      ...{ line, annotator: cell("annotator_id") || null, spans: [] },
      ...{ unit: "codepoint" as const, text: null, keys: keys.filter((key) => key !== "") },
      bodySha256: cell("article_sha256") || null,
    };
    layers.set(home, layer);
    layer.spans.push(readRow(line, row, cell, exact));
  }
  const read = [...layers.values()];
  const nLeftOut = links ? addLinks(read, links, exact) : 0;
  const notes = nLeftOut > 0 ? [explainLeftOut(nLeftOut)] : [];
  if (read.some(isUnchecked)) notes.push(placesUnchecked);
  return { layers: read, problems, notes };
}

/** Whether nothing tells if places are right. */
const isUnchecked = ({ bodySha256, spans }: ImportedLayer) =>
  !bodySha256 && spans.some(({ quote }) => quote === null);

/**
 * Whether apostrophes stand before what a spreadsheet might take for a formula: never where such a
 * cell has none, and else where the file has the profile's mark or a quote shows it.
 */
function isDefused({ header, rows }: Table, hasMark: boolean): boolean {
  const [quote, start, end] = ["quote", "start", "end"].map((name) => header.indexOf(name));
  const texts = ["quote", "prefix", "suffix"].map((name) => header.indexOf(name));
  const isBare = rows.some(({ cells }) => texts.some((at) => looksLikeFormula(cells[at] ?? "")));
  if (isBare) return false;
  const cell = (cells: readonly string[], at = -1) => cells[at] ?? "";
  return (
    hasMark ||
    rows.some(({ cells }) => {
      const place = { start: Number(cell(cells, start)), end: Number(cell(cells, end)) };
      return isGuarded(cell(cells, quote), place);
    })
  );
}

const linkColumns = ["from_annotation_id", "kind", "to_annotation_id"];

/** Whether a table is `links.csv`. */
export function isLinksTable({ header }: Table): boolean {
  return linkColumns.every((name) => header.includes(name));
}

/** Gives spans their links. @returns how many lead from or to none of the layer's */
function addLinks(
  layers: (ImportedLayer & { spans: ImportedSpan[] })[],
  { header, rows }: Table,
  exact: (text: string) => string,
): number {
  const byStart = new Map<string, ImportedLink[]>();
  const [from, kind, to] = linkColumns.map((name) => header.indexOf(name));
  for (const { cells } of rows) {
    const [start = "", name = "", end = ""] = [from, kind, to].map((at) => cells[at ?? -1]);
    byStart.set(start, [...(byStart.get(start) ?? []), { kind: exact(name), to: end }]);
  }
  let nAdded = 0;
  for (const layer of layers) {
    const names = new Set(layer.spans.map(({ name }) => name));
    layer.spans = layer.spans.map((span) => {
      const own = byStart.get(span.name ?? "") ?? [];
      const links = own.filter((link) => names.has(link.to));
      nAdded += links.length;
      return { ...span, links };
    });
  }
  return rows.length - nAdded;
}

function explainLeftOut(count: number): Explained {
  const message = `${count} links left out, as their spans aren't in this file.`;
  return { message, reason: "note_links_left_out", facts: { count } };
}

type Cell = (name: string) => string;

function checkRow(nCells: number, nColumns: number, cell: Cell): Explained | null {
  if (nCells !== nColumns) {
    const message = `This row has ${nCells} cells, the header ${nColumns}.`;
    const facts = { cells: nCells, columns: nColumns };
    return { message, reason: "own_csv_cells_misfit", facts };
  }
  const unit = cell("offset_unit");
  if (unit !== "" && unit !== "codepoint") {
    const message = `Offsets must count code points, not ${unit}.`;
    return { message, reason: "own_csv_offset_unit", facts: { unit } };
  }
  if (!/^(title|body)$/.test(cell("segment"))) {
    return { message: "The segment must be title or body.", reason: "own_csv_segment" };
  }
  if (!/^\d+$/.test(cell("start")) || !/^\d+$/.test(cell("end"))) {
    return { message: "start and end must be whole numbers.", reason: "own_csv_offsets" };
  }
  return null;
}

function readRow(
  line: number,
  row: ReadonlyMap<string, string>,
  cell: Cell,
  exact: (text: string) => string,
): ImportedSpan {
  const place = { start: Number(cell("start")), end: Number(cell("end")) };
  const attributes: Record<string, AttributeValue> = {};
  for (const [name, value] of row) {
    const id = /^attr_(.+)$/.exec(name)?.[1] ?? (/^(note|confidence)$/.test(name) ? name : null);
    if (id !== null && value !== "") attributes[id] = exact(value);
  }
  const quote = cell("quote");
  return {
    ...bareSpan(line, cell("tag"), place),
    ...{ attributes, name: cell("annotation_id") || null },
    segment: cell("segment") === "title" ? "title" : "body",
    quote: quote === "" ? null : isGuarded(quote, place) ? unguarded(quote) : quote,
    prefix: cell("prefix"),
    suffix: cell("suffix"),
  };
}

/** A quote that is one longer than its place has the spreadsheet profile's apostrophe before it. */
function isGuarded(quote: string, { start, end }: TextRange): boolean {
  return unguarded(quote) !== quote && countCodePoints(quote) === end - start + 1;
}

/** Without the apostrophe that keeps a cell from being a formula. */
function unguarded(text: string): string {
  return text.startsWith("'") && looksLikeFormula(text.slice(1)) ? text.slice(1) : text;
}
