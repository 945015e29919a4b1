/** `check.mjs` of a package: Node 18 or newer, built-in modules only. Exit code 1 on any error. */
export const checkMjs = String.raw`// Checks this package: every file against SHA256SUMS, every quote against its article's text. A
// folder that reattach.py made in it isn't part of the package; its quotes are checked as well.
import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(fileURLToPath(import.meta.url));
const errors = [];
let files = 0;

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
const made = [];
(function look(folder) {
  if (folder !== "" && existsSync(path.join(root, folder, "REATTACHED"))) {
    made.push(folder);
    return;
  }
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const name = folder + entry.name;
    if (entry.isDirectory()) look(name + "/");
    else if (!listed.has(name) && !name.includes("__pycache__")) errors.push("not listed: " + name);
  }
})("");

const hasTexts = existsSync(path.join(root, "texts"));
const textOf = (folder, id) => path.join(root, folder, "texts", id + ".txt");
const articles = new Map();
for await (const row of rows("articles.csv")) {
  articles.set(row.article_id, row);
  if (!hasTexts) continue;
  if (!existsSync(textOf("", row.article_id))) errors.push("no text: " + row.article_id);
  else if ((await sha256(textOf("", row.article_id))) !== row.sha256)
    errors.push("text and sha256 differ: " + row.article_id);
}

// A body as code points; rows stand by article, so one is kept.
let last = { file: null, points: [] };
function bodyOf(file) {
  if (last.file !== file) last = { file, points: Array.from(readFileSync(file, "utf8")) };
  return last.points;
}

const quoted = { "annotations.csv": "quote", "gold.csv": "quote", "soft_labels.csv": "text" };

// Counts the quotes that were checked and the rows without one, for which there is no text.
async function checkQuotes(folder, isBare) {
  const counts = { quotes: 0, missing: 0 };
  for (const [file, column] of Object.entries(quoted)) {
    let number = 0;
    for await (const row of rows(folder + file)) {
      number += 1;
      const at = folder + file + ", row " + number + ": ";
      const article = articles.get(row.article_id);
      if (!article) {
        errors.push(at + "no article " + row.article_id);
        continue;
      }
      if ((row.article_sha256 ?? article.sha256) !== article.sha256)
        errors.push(at + "another version of the text");
      const text = textOf(folder, row.article_id);
      const isTitle = row.segment === "title";
      if (isBare || !(isTitle || existsSync(text))) {
        counts.missing += 1;
        if (row[column] !== "") errors.push(at + "a quote without a text");
        continue;
      }
      counts.quotes += 1;
      checkRow(row, column, isTitle ? Array.from(article.title) : bodyOf(text), at);
    }
  }
  return counts;
}

function checkRow(row, column, points, at) {
  if (points.slice(Number(row.start), Number(row.end)).join("") !== row[column])
    errors.push(at + "the quote is not at its place");
  if (row.start_utf16 === undefined || row.start_utf16 === "") return;
  const before = points.slice(0, Number(row.start)).join("").length;
  if (before !== Number(row.start_utf16) || before + row[column].length !== Number(row.end_utf16))
    errors.push(at + "the UTF-16 offsets are wrong");
}

const { quotes, missing } = await checkQuotes("", !hasTexts);
const reports = [];
for (const folder of made) {
  const texts = path.join(root, folder, "texts");
  for (const name of existsSync(texts) ? readdirSync(texts) : []) {
    const article = articles.get(name.replace(/\.txt$/, ""));
    if (!name.endsWith(".txt") || (await sha256(path.join(texts, name))) === article?.sha256) continue;
    errors.push("text and sha256 differ: " + folder + "texts/" + name);
  }
  const counts = await checkQuotes(folder, false);
  const there = counts.quotes + " quotes, " + counts.missing + " rows without one";
  reports.push(folder.slice(0, -1) + ": " + there);
}

for (const error of errors.slice(0, 50)) console.error(error);
if (!hasTexts)
  console.log(missing + " rows without a quote: this package has no texts, see reattach.py");
for (const report of reports) console.log(report);
console.log(files + " files, " + quotes + " quotes, " + errors.length + " errors");
process.exitCode = errors.length > 0 ? 1 : 0;
`;
