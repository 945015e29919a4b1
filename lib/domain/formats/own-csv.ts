import type { AttributeValue } from "../spans/span";
import type { Explained } from "../reason";
import { countCodePoints } from "../text/code-points";
import type { TextProblem } from "../text/decode-utf8";
import type { Table } from "./article-table";
import { bareSpan, type ImportedLayer, type ImportedSpan, type ReadLayers } from "./imported-layer";

const needed = "article_external_id annotator_id tag segment start end quote".split(" ");

/**
 * Reads `annotations.csv` as this product exports it, in either profile. Offsets count code points
 * of their segment; rows of one article and annotator are one layer. Other columns than those of
 * place, tag and attributes are passed over.
 */
export function readOwnCsv({ header, rows }: Table): ReadLayers {
  const missing = needed.filter((name) => !header.includes(name));
  if (missing.length > 0) {
    const facts = { missing: missing.join(", ") };
    const message = `This isn't annotations.csv: it has no column ${facts.missing}.`;
    const problem = { line: 1, message, reason: "own_csv_column_missing", facts } as const;
    return { layers: [], problems: [problem], notes: [] };
  }
  const layers = new Map<string, ImportedLayer & { spans: ImportedSpan[] }>();
  const problems: TextProblem[] = [];
  for (const { line, cells } of rows) {
    const row = new Map(header.map((name, at) => [name, cells[at] ?? ""]));
    const cell = (name: string) => row.get(name) ?? "";
    const problem = checkRow(cells.length, header.length, cell);
    if (problem) {
      problems.push({ line, ...problem });
      continue;
    }
    const keys = ["article_id", "article_external_id", "article_sha256"].map(cell);
    const home = [...keys, cell("annotator_id")].join("\n");
    const layer = layers.get(home) ?? {
      ...{ line, annotator: cell("annotator_id") || null, spans: [] },
      ...{ unit: "codepoint" as const, text: null, keys: keys.filter((key) => key !== "") },
    };
    layers.set(home, layer);
    layer.spans.push(readRow(line, row, cell));
  }
  return { layers: [...layers.values()], problems, notes: [] };
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

function readRow(line: number, row: ReadonlyMap<string, string>, cell: Cell): ImportedSpan {
  const place = { start: Number(cell("start")), end: Number(cell("end")) };
  const attributes: Record<string, AttributeValue> = {};
  for (const [name, value] of row) {
    const id = /^attr_(.+)$/.exec(name)?.[1] ?? (/^(note|confidence)$/.test(name) ? name : null);
    if (id !== null && value !== "") attributes[id] = unguarded(value);
  }
  const quote = cell("quote");
  // A quote that is one longer than its place has the spreadsheet profile's apostrophe before it.
  const isGuarded = countCodePoints(quote) === place.end - place.start + 1;
  return {
    ...bareSpan(line, cell("tag"), place),
    ...{ attributes, name: cell("annotation_id") || null },
    segment: cell("segment") === "title" ? "title" : "body",
    quote: isGuarded ? unguarded(quote) : quote,
    prefix: cell("prefix"),
    suffix: cell("suffix"),
  };
}

/** Without the apostrophe that keeps a cell from being a formula. */
function unguarded(text: string): string {
  return /^'[=+\-@\t\r\0]/.test(text) ? text.slice(1) : text;
}
