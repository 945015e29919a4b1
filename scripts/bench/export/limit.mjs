import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";

import pg from "pg";
import { to as copyTo } from "pg-copy-streams";

// The plan that the app asks for too: without it the server sorts a million rows first.
const settings = [
  "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
  ...["hashjoin", "mergejoin", "sort"].map((name) => `SET LOCAL enable_${name} = off`),
  ...["SET LOCAL jit = off", "SET LOCAL max_parallel_workers_per_gather = 0"],
];

const time = (column) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * The columns of annotations.csv as plain SQL, written apart from the app's, and sorted as cheaply as
 * we know: a plain ORDER BY of whole records takes twice as long.
 */
function selectOf(projectId, codebook, isForSpreadsheet) {
  const text = (column) =>
    isForSpreadsheet
      ? `CASE WHEN ascii(${column}) IN (9, 13, 43, 45, 61, 64) THEN '''' || (${column})
         ELSE nullif(${column}, '') END`
      : column;
  const attribute = (id) => text(`s.attributes ->> '${id}'`);
  const own = codebook.families.flatMap((family) =>
    family.attributes.map(({ id }) => {
      return { id, sql: `CASE WHEN s."familyId" = '${family.id}' THEN ${attribute(id)} END` };
    }),
  );
  const shared = codebook.commonAttributes
    .filter(({ id }) => id !== "confidence" && id !== "note")
    .map(({ id }) => ({ id, sql: attribute(id) }));
  return `SELECT l."projectId", l.number, l."articleId", ${text('l."externalId"')},
      ${text("l.title")}, ${text("l.outlet")}, ${text("l.url")}, l."publishedOn", l.sha256, s.id,
      l.pseudonym, l.status, ${text('s."familyId"')}, ${text('s."tagId"')}, s.segment, s.start,
      s."end", s."startUtf16", s."endUtf16", 'codepoint', ${text("s.quote")}, ${text("s.prefix")},
      ${text("s.suffix")}, s.paragraph, s.sentence,
      ${[...own, ...shared].map(({ sql }) => sql).join(", ")}, ${attribute("confidence")},
      ${attribute("note")}, ${time('s."createdAt"')}, ${time('s."updatedAt"')},
      ${time('l."submittedAt"')}
    FROM (
      SELECT g.*, c.number, m.pseudonym, a."externalId", a.title, a.outlet, a.url, a."publishedOn",
        a.sha256
      FROM "Article" a
      JOIN "Assignment" g ON g."projectId" = a."projectId" AND g."articleId" = a.id
        AND g.status = 'submitted'
      JOIN "CodebookVersion" c ON c.id = g."codebookVersionId"
      JOIN "Membership" m ON m."projectId" = g."projectId" AND m."userId" = g."annotatorId"
      WHERE a."projectId" = '${projectId}'
      ORDER BY a.id, m.pseudonym COLLATE "C", g.id OFFSET 0) l
    CROSS JOIN LATERAL (
      SELECT * FROM "Span" WHERE "projectId" = l."projectId" AND "assignmentId" = l.id
        AND "removedAt" IS NULL
      ORDER BY segment, start, "end" DESC, id) s`;
}

/**
 * How long the database alone takes for the same rows: `COPY` by psql into nothing, or by a bare
 * client where there is no psql.
 */
export async function measureLimit(url, project, isForSpreadsheet) {
  const select = selectOf(project.projectId, project.codebook, isForSpreadsheet);
  const copy = `COPY (${select}) TO STDOUT (FORMAT csv)`;
  const begun = performance.now();
  if (psql) await runPsql(url, `${settings.join(";\n")};\n${copy};\nCOMMIT;`);
  else await runClient(url, copy, () => {});
  return { ms: performance.now() - begun };
}

/** Bytes of the same records as the database writes them, each ended by LF. */
export async function countBytes(url, project, isForSpreadsheet) {
  const select = selectOf(project.projectId, project.codebook, isForSpreadsheet);
  let nBytes = 0;
  await runClient(
    url,
    `COPY (${select}) TO STDOUT (FORMAT csv)`,
    (chunk) => (nBytes += chunk.length),
  );
  return nBytes;
}

const psql = (process.env.PATH ?? "")
  .split(":")
  .map((folder) => `${folder}/psql`)
  .find((file) => existsSync(file));
/** What the limit is measured with. */
export const limitName = psql ? "psql COPY" : "COPY by a bare client";

function runPsql(url, script) {
  return new Promise((resolve, reject) => {
    const child = spawn(psql, ["-X", "-q", "-v", "ON_ERROR_STOP=1", url], {
      stdio: ["pipe", "ignore", "pipe"],
    });
    let errors = "";
    child.stderr.on("data", (text) => (errors += text));
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(errors))));
    child.stdin.end(script);
  });
}

async function runClient(url, copy, take) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(settings.join("; "));
    const sink = new Writable({
      write(chunk, _encoding, done) {
        take(chunk);
        done();
      },
    });
    await pipeline(client.query(copyTo(copy)), sink);
  } finally {
    await client.end();
  }
}
