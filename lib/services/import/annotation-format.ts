import type { AnnotationFormat } from "../../contracts/imports";
import { isBabeHeader } from "../../domain/formats/babe";
import { isParagraphLabels } from "../../domain/formats/paragraph-labels";
import { extensionOf } from "./uploaded-file";

const byExtension: Record<string, AnnotationFormat> = {
  ...{ ann: "brat", csv: "slantwise", labels: "ptc", tsv: "ptc" },
  ...{ jsonl: "doccano", jsonld: "web-annotation" },
};

/** Words that stand in every file of a kind of JSON; the first that fits decides. */
const inJson: readonly [AnnotationFormat, RegExp][] = [
  ["basil", /"phrase-level-annotations"/],
  ["uima-cas", /"%FEATURE_STRUCTURES"/],
  ["web-annotation", /"Text(?:Position|Quote)Selector"|ns\/anno\.jsonld/],
  ["label-studio", /"(?:annotations|completions|predictions)"/],
];

/** What a file of annotations seems to be, by its name and then its content; null if unclear. */
export function guessAnnotationFormat(name: string, text: string): AnnotationFormat | null {
  const extension = extensionOf(name);
  const firstLine = text.slice(0, 65_536).split("\n", 1)[0] ?? "";
  if (/^(csv|tsv)$/.test(extension) && isBabeHeader(firstLine)) return "babe";
  const known = byExtension[extension];
  if (known) return known;
  if (extension === "json") {
    return inJson.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  }
  const start = text.slice(0, 4096);
  // The last line of the beginning may be cut off.
  const whole = start.slice(0, start.lastIndexOf("\n") + 1) || start;
  const isTable = /^\S+\t(?:[^\t\n]*\t)?\d+\t\d+\s*$/m.test(start);
  return isTable || (whole.trim() !== "" && isParagraphLabels(whole)) ? "ptc" : null;
}
