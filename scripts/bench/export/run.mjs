import { cpus } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import pg from "pg";

import { ensureDatabase } from "../../embedded-postgres/ensure-database.mjs";
import { startDemoApp } from "../demo-app.mjs";
import { median, ratio } from "../median.mjs";
import { findListener, watchMemory } from "./app-process.mjs";
import { judge, toLines } from "./goals.mjs";
import { countBytes, limitName, measureLimit } from "./limit.mjs";
import { download, healthDuring } from "./measure.mjs";
import { seedProject } from "./seed-project.mjs";

const smallRows = 10_000;
const profiles = ["analysis", "spreadsheet"];

/** Downloads annotations.csv of a large project from the app, beside what the database can do. */
export async function run({ isQuick, say, rows }) {
  const nRows = rows ?? (isQuick ? 100_000 : 1_000_000);
  const nRepetitions = isQuick ? 3 : 5;
  const app = await startDemoApp("bench-export");
  try {
    const database = await ensureDatabase({ dir: path.join(app.dataDir, "postgres") });
    try {
      return await measure({ app, url: database.url, nRows, nRepetitions, say });
    } finally {
      await database.stop();
    }
  } finally {
    await app.stop();
  }
}

async function measure({ app, url, nRows, nRepetitions, say }) {
  say(`writing ${nRows} annotations`);
  const { small, large } = await seed(url, nRows);
  const session = await app.signIn("researcher");
  const cookie = session
    .cookies()
    .map(({ name, value }) => `${name}=${value}`)
    .join("; ");
  const take = (project, profile) => download(app, cookie, project.projectId, profile);
  const pid = findListener(Number(new URL(app.url).port));

  await checkBytes(url, small, take);
  const watchSmall = watchMemory(pid);
  for (let n = 0; n < 10; n++) await take(small, profiles[n % 2]);
  const smallMib = watchSmall();

  const measured = Object.fromEntries(profiles.map((name) => [name, { ours: [], limit: [] }]));
  const watchLarge = watchMemory(pid);
  for (let n = 1; n <= nRepetitions; n++) {
    for (const profile of profiles) {
      say(`${n} of ${nRepetitions}, ${profile}`);
      measured[profile].limit.push(await measureLimit(url, large, profile === "spreadsheet"));
      measured[profile].ours.push(await take(large, profile));
    }
  }
  const largeMib = watchLarge();

  say("other requests");
  const health = await measureHealth(app, () => take(large, "analysis"));
  const result = {
    benchmark: "export",
    machine: { cpu: cpus()[0]?.model ?? "", nCpus: cpus().length, node: process.version },
    nRows: large.nRows,
    limit: limitName,
    profiles: Object.fromEntries(
      profiles.map((name) => [name, summarise(measured[name], large.nRows)]),
    ),
    memory: { smallMib, largeMib, growthMib: growth(smallMib, largeMib) },
    health,
  };
  result.goals = judge(result);
  return { result, lines: toLines(result) };
}

/** How others fare, idle and busy by turns: other work on the machine hits both. */
async function measureHealth(app, work) {
  const rounds = [];
  for (let n = 0; n < 3; n++) {
    const idle = await healthDuring(app, () => sleep(5000));
    const busy = await healthDuring(app, work);
    rounds.push({ idle: idle.p95Ms, busy: busy.p95Ms });
  }
  return {
    idleP95Ms: median(rounds.map(({ idle }) => idle)),
    busyP95Ms: median(rounds.map(({ busy }) => busy)),
    slowdown: median(rounds.map(({ idle, busy }) => ratio(busy, idle))),
  };
}

async function seed(url, nRows) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const codebooks = await client.query('SELECT definition FROM "CodebookVersion" LIMIT 1');
    const people = await client.query(
      `SELECT id FROM "User" WHERE email = 'researcher@demo.local'`,
    );
    const codebook = codebooks.rows[0].definition;
    const options = { researcherId: people.rows[0].id, codebook };
    const small = await seedProject(client, { ...options, nRows: smallRows });
    const large = await seedProject(client, { ...options, nRows });
    return { small: { ...small, codebook }, large: { ...large, codebook } };
  } finally {
    await client.end();
  }
}

/** The file is what the database writes, with a header, and CR before the LF of each record. */
async function checkBytes(url, project, take) {
  for (const profile of profiles) {
    const { nBytes } = await take(project, profile);
    const expected = await countBytes(url, project, profile === "spreadsheet");
    const nHeader = nBytes - expected - project.nRows;
    if (nHeader < 300 || nHeader > 1500) {
      throw new Error(`${profile}: ${nBytes} bytes, where COPY has ${expected}`);
    }
  }
}

function summarise({ ours, limit }, nRows) {
  const rate = (all) => nRows / (median(all.map(({ ms }) => ms)) / 1000);
  const paired = ours.map(({ ms }, n) => ratio(limit[n].ms, ms));
  return {
    rowsPerSecond: rate(ours),
    limitRowsPerSecond: rate(limit),
    // Each download against the COPY just before it: other work on the machine hits both.
    ratio: median(paired),
    firstByteMs: Math.max(...ours.map(({ firstByteMs }) => firstByteMs)),
    megabytes: ours[0].nBytes / 1e6,
  };
}

function growth(before, after) {
  return before === null || after === null ? null : after - before;
}
