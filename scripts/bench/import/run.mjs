import { cpus } from "node:os";
import path from "node:path";

import pg from "pg";

import { ensureDatabase } from "../../embedded-postgres/ensure-database.mjs";
import { startDemoApp } from "../demo-app.mjs";
import { measureLists } from "./lists.mjs";
import { measureBackground } from "./measure-background.mjs";
import { measureImport } from "./measure-import.mjs";
import { benchName } from "./plans.mjs";
import { judge, linesOf } from "./summary.mjs";

/** Imports many articles against COPY, and opens the lists of a project that has many. */
export async function run({ isQuick, rows, say }) {
  const nRows = rows ?? (isQuick ? 4000 : 100_000);
  const app = await startDemoApp("bench-import");
  const stops = [app.stop];
  try {
    const database = await ensureDatabase({ dir: path.join(app.dataDir, "postgres") });
    stops.push(database.stop);
    const client = new pg.Client({
      ...{ connectionString: database.url, application_name: benchName },
    });
    await client.connect();
    stops.push(() => client.end());
    const [admin, ...annotators] = await Promise.all(
      ["admin", "annotator-a", "annotator-b", "annotator-c"].map((role) => app.signIn(role)),
    );
    const imported = await measureImport({
      ...{ app, client, admin, nRows, say },
      annotator: annotators[2],
    });
    const background = await measureBackground({
      ...{ app, client, admin, nRows, say },
      annotator: annotators[2],
    });
    const lists = await measureLists({
      ...{ app, client, say, databaseUrl: database.url },
      sessions: { admin, annotators },
      nArticles: nRows,
    });
    const result = {
      benchmark: "import",
      machine: { cpu: cpus()[0]?.model ?? "", nCpus: cpus().length, node: process.version },
      import: imported,
      background,
      lists,
      goals: judge(imported, background, lists),
    };
    return { result, lines: linesOf(result) };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}
