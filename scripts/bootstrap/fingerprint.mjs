import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const isSource = (name) => !/(\.test\.tsx?|\.DS_Store)$/.test(name);
const skipped = new Set(["node_modules", "generated", ".next"]);

function* filesUnder(place) {
  if (!existsSync(place)) return;
  if (statSync(place).isFile()) {
    yield place;
    return;
  }
  for (const name of readdirSync(place).sort()) {
    if (!skipped.has(name) && isSource(name)) yield* filesUnder(path.join(place, name));
  }
}

/** A hash of names and contents, so that "has it changed?" doesn't depend on clocks or git. */
export function fingerprint(places) {
  const hash = createHash("sha256");
  hash.update(process.version);
  for (const place of places) {
    for (const file of filesUnder(place)) hash.update(`\0${file}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

export function isStamped(stampFile, print) {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === print;
}

export function stamp(stampFile, print) {
  writeFileSync(stampFile, print);
}
