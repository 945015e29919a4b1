import { measures } from "./summary.mjs";

const headings = {
  firstRenderMs: "first ms",
  addMs: "add ms",
  hitMicroseconds: "hit us",
  scrollFrameMs: "scroll ms",
  scrollShownMs: "shown ms",
  heapMb: "heap MB",
  domNodes: "nodes",
};

/** The medians as a table of fixed columns. */
export function tableLines(rows) {
  const head = ["words", "spans", "renderer ", "n", ...measures.map((name) => headings[name])];
  const cells = rows.map((row) => [
    String(row.words),
    String(row.spans),
    row.renderer.padEnd(9),
    String(row.nRepetitions),
    ...measures.map((name) => number(row[name])),
    row.note?.split("\n")[0] ?? "",
  ]);
  return [head, ...cells].map((columns) =>
    columns
      .map((text, at) => text.padStart([7, 6, 9, 2][at] ?? 9))
      .join("  ")
      .trimEnd(),
  );
}

export function goalLines(goals) {
  return goals.map(({ goal, ratio, limit, isMet }) => {
    const value = ratio === null ? "-" : ratio.toFixed(3);
    return `${isMet ? "met   " : "MISSED"}  ${value.padStart(7)} of ${limit.toFixed(3)}  ${goal}`;
  });
}

function number(value) {
  if (value === null) return "-";
  return value >= 100 ? String(Math.round(value)) : value.toFixed(1);
}
