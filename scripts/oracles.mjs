// Computes every entry of a file of published worked examples and says how far off we are.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { checkOracles } from "../lib/domain/agreement/oracles/check-oracles.ts";

const project = fileURLToPath(new URL("..", import.meta.url));
const demoFile = path.join(project, "prisma", "demo", "demo-annotations.json");
const shipped = path.join(project, "lib", "domain", "agreement", "agreement-oracles.json");

const file = path.resolve(process.argv[2] ?? shipped);
const entries = readEntries();

const lines = checkOracles(entries, { layersOf });
for (const { id, key, computed, expected, tolerance, isOk } of lines) {
  const cells = [id, key, computed, expected, tolerance || "-", isOk ? "ok" : "MISS"];
  console.log(cells.join("  "));
}
const missed = lines.filter(({ isOk }) => !isOk);
const failed = new Set(missed.map(({ id }) => id));
console.log(
  `\n${entries.length - failed.size} of ${entries.length} entries ok, ` +
    `${lines.length - missed.length} of ${lines.length} values ok, ${missed.length} missed` +
    (failed.size > 0 ? `: ${[...failed].join(", ")}` : ""),
);
process.exitCode = missed.length > 0 || lines.length === 0 ? 1 : 0;

function readEntries() {
  try {
    const content = JSON.parse(readFileSync(file, "utf8"));
    const list = Array.isArray(content) ? content : content?.oracles;
    if (Array.isArray(list)) return list;
    throw new Error('there is no list of entries; give one, or an object with "oracles"');
  } catch (error) {
    console.error(`${file} can't be read: ${error.message}`);
    process.exit(1);
  }
}

/** Layers of an annotated article beside the oracle file, else those of the project's demo. */
function layersOf(name) {
  const beside = path.join(path.dirname(file), path.basename(name));
  const source = existsSync(beside) ? beside : demoFile;
  const { article, annotations } = JSON.parse(readFileSync(source, "utf8"));
  return {
    lengthCodePoints: article.body_length_codepoints,
    layers: Object.keys(annotations)
      .sort()
      .map((layer) => annotations[layer]),
  };
}
