import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import pg from "pg";

/** The name of the benchmark's own connection, which stays. */
export const benchName = "bench";

/** Reading more rows than this for one page is no page. */
const mostRowsRead = 5000;

/**
 * Has PostgreSQL write down the plan of every statement that the app sends from now on.
 * @returns a function that gives the plans of what was asked while `work` went on
 */
export async function watchPlans(dataDir, databaseUrl) {
  const { superPassword } = JSON.parse(
    readFileSync(path.join(dataDir, "postgres-secret.json"), "utf8"),
  );
  const { username, port, hostname, pathname } = new URL(databaseUrl);
  const client = new pg.Client({
    ...{ host: hostname, port: Number(port), database: pathname.slice(1) },
    ...{ user: "postgres", password: superPassword },
  });
  await client.connect();
  const settings = {
    session_preload_libraries: "auto_explain",
    "auto_explain.log_min_duration": "0",
    "auto_explain.log_format": "json",
    "auto_explain.log_analyze": "on",
    "auto_explain.log_timing": "off",
  };
  for (const [name, value] of Object.entries(settings)) {
    await client.query(`ALTER ROLE ${pg.escapeIdentifier(username)} SET ${name} = '${value}'`);
  }
  // The app's connections began before; it makes new ones by itself.
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE usename = $1 AND application_name NOT IN ('app-lease', $2)
       AND datname = current_database()`,
    [username, benchName],
  );
  await client.end();
  const logFile = path.join(dataDir, "postgres", "postgres.log");
  return async (work) => {
    const from = statSync(logFile).size;
    await work();
    await sleep(100);
    return readPlans(readFrom(logFile, from));
  };
}

function readFrom(file, from) {
  const handle = openSync(file);
  try {
    const bytes = Buffer.alloc(statSync(file).size - from);
    readSync(handle, bytes, 0, bytes.length, from);
    return bytes.toString();
  } finally {
    closeSync(handle);
  }
}

/** A plan is JSON over several lines, which begin with a tab in the log. */
function readPlans(log) {
  return [...log.matchAll(/plan:\n((?:\t.*\n)+)/g)].map(([, text]) => {
    const { "Query Text": query, Plan: plan } = JSON.parse(text.replaceAll(/^\t/gm, ""));
    return describe(query, plan);
  });
}

const ownTables = new Set(["Article", "Assignment", "Span", "Disagreement"]);

function describe(query, plan) {
  const nodes = [...eachNode(plan)];
  return {
    query,
    nodes: nodes
      .filter((node) => node["Relation Name"] || /Sort|Aggregate/.test(node["Node Type"]))
      .map(nameOf),
    problems: nodes
      .filter((node) => {
        const isTable = ownTables.has(node["Relation Name"]);
        return (isTable && node["Node Type"] === "Seq Scan") || rowsRead(node) > mostRowsRead;
      })
      .map((node) => `${nameOf(node)} of ${rowsRead(node)} rows`),
  };
}

function* eachNode(plan) {
  yield plan;
  for (const child of plan.Plans ?? []) yield* eachNode(child);
}

function nameOf(node) {
  const on = node["Index Name"] ?? node["Relation Name"];
  return on ? `${node["Node Type"]} ${on}` : node["Node Type"];
}

function rowsRead(node) {
  const perLoop =
    node["Actual Rows"] +
    (node["Rows Removed by Filter"] ?? 0) +
    (node["Rows Removed by Index Recheck"] ?? 0);
  return Math.round(perLoop * node["Actual Loops"]);
}
