import { fork } from "node:child_process";
import { cpus } from "node:os";
import path from "node:path";

import pg from "pg";

import { ensureDatabase } from "../../embedded-postgres/ensure-database.mjs";
import { startDemoApp } from "../demo-app.mjs";
import { compareOpening } from "./opening.mjs";
import { seedProject } from "./seed.mjs";
import { report } from "./summary.mjs";

const spansPerArticle = 10;
const smallest = 100;

/** Counts projects of growing size in a process of its own, and opens their agreement over HTTP. */
export async function run({ isQuick, say }) {
  const sizes = isQuick ? [200, 1000, 5000] : [1000, 10_000, 100_000];
  const nRepetitions = isQuick ? 3 : 5;
  const app = await startDemoApp("bench-agreement");
  const stops = [app.stop];
  try {
    const database = await ensureDatabase({ dir: path.join(app.dataDir, "postgres") });
    stops.push(database.stop);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    stops.push(() => client.end());
    const admin = await app.signIn("admin");
    const { id: adminId } = await admin.get("/api/v1/me");
    const { rows: codebooks } = await client.query(`SELECT definition FROM "CodebookVersion"`);
    const seed = (nArticles) => {
      say(`agreement: ${nArticles} articles are being made`);
      const [{ definition: codebook }] = codebooks;
      return seedProject(client, {
        ...{ nArticles, spansPerArticle, codebook, memberIds: { admin: adminId } },
      });
    };
    const rows = [];
    let project;
    for (const nArticles of sizes) {
      project = await seed(nArticles);
      say(`agreement: ${project.nSpans} spans are counted`);
      const measured = await compute(database.url, project.projectId, nRepetitions);
      rows.push({ nArticles, nSpans: project.nSpans, ...measured });
    }
    const small = await seed(smallest);
    say(`agreement: a project of ${project.nArticles} articles is opened`);
    const opening = await compareOpening(admin, small, project);
    return report({
      machine: { cpu: cpus()[0]?.model ?? "", nCpus: cpus().length, node: process.version },
      rows,
      opening,
    });
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

function compute(url, projectId, nRepetitions) {
  const child = fork("scripts/bench/agreement/compute.ts", [url, projectId, nRepetitions], {
    execArgv: ["--max-semi-space-size=64", "--import", "tsx"],
  });
  return new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`compute.ts ended with ${code}`)));
  });
}
