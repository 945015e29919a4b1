import { cpus } from "node:os";

import { bundlePages, renderers } from "./bundle.mjs";
import { goal, judge } from "./goals.mjs";
import { measureInteractions } from "./interactions.mjs";
import { goalLines, tableLines } from "./lines.mjs";
import { measureMatrix } from "./matrix.mjs";
import { servePages } from "./serve.mjs";
import { summarise } from "./summary.mjs";

const viewerId = "00000000-0000-7000-8000-0000000000aa";
// The articles that goals are set for are measured more often than the rest.
const full = [1000, 10_000, 50_000, 200_000].flatMap((words) =>
  [100, 1000, 10_000].map((spans) => {
    return { words, spans, nRepetitions: words >= 10_000 && spans >= 1000 ? 7 : 3 };
  }),
);
const quick = [
  { words: 10_000, spans: 1000, nRepetitions: 3 },
  { words: 50_000, spans: 10_000, nRepetitions: 3 },
  { words: 200_000, spans: 1000, nRepetitions: 3 },
];

/** Draws articles with spans as plain text, with Recogito and with Slantwise, and compares. */
export async function run({ isQuick, say }) {
  const server = await servePages(await bundlePages(), viewerId);
  const { browser, rows } = await measureMatrix({
    cells: isQuick ? quick : full,
    renderers,
    url: server.url,
    budgetMs: 340_000,
    say,
  }).finally(server.close);
  const interactions = isQuick ? null : await measureInteractions(say);
  const goals = judge(rows);
  if (interactions) {
    const { ratio, p98Ratio } = interactions;
    goals.push(goal("Interaction to frame, 25k words / 1k spans, to an empty article", ratio, 1.5));
    goals.push(goal("The same at the 98th percentile", p98Ratio, 1.5));
  }
  const table = rows.map(summarise);
  const result = {
    benchmark: "render",
    machine: { cpu: cpus()[0]?.model ?? "", nCpus: cpus().length, node: process.version, browser },
    rows: table,
    interactions,
    goals,
  };
  const lines = [
    `Browser ${browser}, Node ${process.version}. Medians; ratios are medians of paired repetitions.`,
    "",
    ...tableLines(table),
    "",
    ...(interactions?.lines ?? []),
    ...goalLines(goals),
  ];
  return { result, lines };
}
