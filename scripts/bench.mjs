// `npm run bench -- render [--json] [--quick] [--rows 100000]`: measures one thing against its goals.
import { existsSync, readdirSync } from "node:fs";
import { parseArgs } from "node:util";

const folder = new URL("bench/", import.meta.url);
const names = readdirSync(folder)
  .filter((name) => existsSync(new URL(`${name}/run.mjs`, folder)))
  .sort();

/** Libraries and child processes may print; with --json standard output carries one object. */
function keepStdoutClean() {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  return write;
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "boolean" }, quick: { type: "boolean" }, rows: { type: "string" } },
  });
  const [name] = positionals;
  const isSized = values.rows === undefined || /^[1-9]\d*$/.test(values.rows);
  if (positionals.length !== 1 || !names.includes(name) || !isSized) {
    process.stderr.write(
      `Usage: npm run bench -- <name> [--json] [--quick] [--rows <n>]\nNames: ${names.join(", ")}\n`,
    );
    return 2;
  }
  const write = keepStdoutClean();
  const { run } = await import(new URL(`${name}/run.mjs`, folder).href);
  const { result, lines } = await run({
    isQuick: values.quick ?? false,
    rows: values.rows === undefined ? undefined : Number(values.rows),
    say: (line) => process.stderr.write(`${line}\n`),
  });
  const output = values.json ? JSON.stringify(result) : lines.join("\n");
  await new Promise((resolve) => write(`${output}\n`, resolve));
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
  process.exitCode = 1;
}
// A browser or a socket that still closes must not keep the process.
process.exit();
