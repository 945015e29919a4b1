import type { ArticleFormat } from "../../contracts/imports";
import type { Explained } from "../../domain/reason";
import { extensionOf } from "./uploaded-file";

const byExtension: Record<string, ArticleFormat> = {
  ...{ txt: "plain", csv: "csv", tsv: "tsv", tab: "tsv" },
  ...{ json: "json", jsonl: "jsonl", ndjson: "jsonl", htm: "html", html: "html" },
};
const foreign = new Set("doc docx odt rtf pdf xls xlsx ods epub pages numbers".split(" "));

/** What a file seems to be, by its name and then by its first bytes; or why it can't be read. */
export function guessArticleFormat(
  name: string,
  bytes: Uint8Array,
): { format: ArticleFormat } | { refusal: Explained } {
  const extension = extensionOf(name);
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 4096))
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (foreign.has(extension) || start.startsWith("%PDF-") || start.startsWith("PK\u0003\u0004")) {
    const message = "Files of word processors and spreadsheets aren't read. Save as CSV or text.";
    return { refusal: { message, reason: "office_file" } };
  }
  const known = byExtension[extension];
  if (known) return { format: known };
  if (start.startsWith("[")) return { format: "json" };
  if (start.startsWith("{")) return { format: /^\{.*\}\n\s*\{/.test(start) ? "jsonl" : "json" };
  if (/^<(!doctype html|html)/i.test(start)) return { format: "html" };
  return { format: "plain" };
}
