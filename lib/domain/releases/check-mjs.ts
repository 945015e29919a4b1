/** `check.mjs` of a package: Node 18 or newer, built-in modules only. Exit code 1 on any error. */
export const checkMjs = String.raw`// Checks this package: every file against SHA256SUMS, every quote against its article's text.
import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(fileURLToPath(import.meta.url));
const errors = [];
let [files, quotes, missing] = [0, 0, 0];

async function sha256(file) {
  const hash = createHash("sha256");
  for await (const block of createReadStream(file)) hash.update(block);
  return hash.digest("hex");
}

// RFC 4180: a quote inside quotes is doubled, a line break inside them belongs to the cell.
async function* records(name) {
  let [cells, cell, isQuoted, wasQuote] = [[], "", false, false];
  const stream = createReadStream(path.join(root, name), { encoding: "utf8" });
  for await (const chunk of stream) {
    for (const char of chunk) {
      if (isQuoted && !wasQuote) {
        if (char === '"') wasQuote = true;
        else cell += char;
        continue;
      }
      if (isQuoted && char === '"') {
        cell += char;
        wasQuote = false;
        continue;
      }
      isQuoted = wasQuote = false;
      if (char === '"' && cell === "") isQuoted = true;
      else if (char === ",") cell = (cells.push(cell), "");
      else if (char === "\n") {
        yield [...cells, cell];
        [cells, cell] = [[], ""];
      } else if (char !== "\r") cell += char;
    }
  }
}

async function* rows(name) {
  if (!existsSync(path.join(root, name))) return;
  let header = null;
  for await (const cells of records(name)) {
    if (header) yield Object.fromEntries(header.map((column, at) => [column, cells[at] ?? ""]));
    else header = cells;
  }
}

const listed = new Set(["SHA256SUMS"]);
for (const line of readFileSync(path.join(root, "SHA256SUMS"), "utf8").split("\n")) {
  if (line === "") continue;
  const name = line.slice(66);
  listed.add(name);
  files += 1;
  const file = path.join(root, name);
  if (!existsSync(file)) errors.push("missing: " + name);
  else if ((await sha256(file)) !== line.slice(0, 64)) errors.push("changed: " + name);
}
(function look(folder) {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const name = folder + entry.name;
    if (entry.isDirectory()) look(name + "/");
    else if (!listed.has(name) && !name.includes("__pycache__")) errors.push("not listed: " + name);
  }
})("");

const hasTexts = existsSync(path.join(root, "texts"));
const textOf = (id) => path.join(root, "texts", id + ".txt");
const articles = new Map();
for await (const row of rows("articles.csv")) {
  articles.set(row.article_id, row);
  if (!hasTexts) continue;
  if (!existsSync(textOf(row.article_id))) errors.push("no text: " + row.article_id);
  else if ((await sha256(textOf(row.article_id))) !== row.sha256)
    errors.push("text and sha256 differ: " + row.article_id);
}

// The body as code points; rows stand by article, so one is kept.
let last = { id: null, points: [] };
function bodyOf(id) {
  if (last.id !== id) last = { id, points: Array.from(readFileSync(textOf(id), "utf8")) };
  return last.points;
}

const quoted = { "annotations.csv": "quote", "gold.csv": "quote", "soft_labels.csv": "text" };
for (const [name, column] of Object.entries(quoted)) {
  let number = 0;
  for await (const row of rows(name)) {
    number += 1;
    const at = name + ", row " + number + ": ";
    const article = articles.get(row.article_id);
    if (!article) {
      errors.push(at + "no article " + row.article_id);
      continue;
    }
    if ((row.article_sha256 ?? article.sha256) !== article.sha256)
      errors.push(at + "another version of the text");
    if (!hasTexts) {
      missing += 1;
      continue;
    }
    const points = row.segment === "title" ? Array.from(article.title) : bodyOf(row.article_id);
    quotes += 1;
    if (points.slice(Number(row.start), Number(row.end)).join("") !== row[column])
      errors.push(at + "the quote is not at its place");
    if (row.start_utf16 !== undefined && row.start_utf16 !== "") {
      const before = points.slice(0, Number(row.start)).join("").length;
      if (before !== Number(row.start_utf16) || before + row[column].length !== Number(row.end_utf16))
        errors.push(at + "the UTF-16 offsets are wrong");
    }
  }
}

for (const error of errors.slice(0, 50)) console.error(error);
if (!hasTexts)
  console.log(missing + " rows without a quote: this package has no texts, see reattach.py");
console.log(files + " files, " + quotes + " quotes, " + errors.length + " errors");
process.exitCode = errors.length > 0 ? 1 : 0;
`;
