import type { AnnotationFormat } from "../../contracts/imports";
import type { ImportedLayer } from "../../domain/formats/imported-layer";
import { ptcArticleFiles } from "../../domain/formats/ptc";
import type { CompanionFiles } from "./companion-files";
import { baseOf, stemOf } from "./uploaded-file";

/** A layer and the file that it was read from; files of one name differ in their number. */
export type NamedLayer = {
  file: string;
  fileNumber: number;
  format: AnnotationFormat | null;
  layer: ImportedLayer;
};

/** Files that name no article: they are called after it. */
const namedByFile = new Set<AnnotationFormat | null>(["brat", "uima-cas", "basil", "doccano"]);

/**
 * Layers with the keys that don't tell which article they are of. Such are the names of files that
 * stand in several folders, unless all of them carry the same text, and those of PTC articles of
 * which the upload has several texts.
 */
export function withUnsureKeys(layers: readonly NamedLayer[], companions: CompanionFiles) {
  const named = layers.map((found) => ({ found, naming: namingOf(found, companions) }));
  const claims = new Map<string, Set<string>>();
  for (const { naming } of named) {
    const known = claims.get(naming.name) ?? new Set();
    claims.set(naming.name, new Set([...known, ...naming.articles]));
  }
  return named.map(({ found: { file, format, layer }, naming }) => {
    const isUnsure = (claims.get(naming.name)?.size ?? 0) > 1;
    return { file, format, layer, unsureKeys: isUnsure ? naming.keys : [] };
  });
}

/** What a layer's article is called, by which keys, and which articles that may mean. */
type Naming = { name: string; keys: readonly string[]; articles: readonly string[] };

function namingOf(
  { file, fileNumber, format, layer: { keys, text, spans, lines } }: NamedLayer,
  companions: CompanionFiles,
): Naming {
  const base = baseOf(file);
  const article = text === null ? `file ${fileNumber}` : `text ${text}`;
  if (format === "ptc" && (spans.length > 0 || lines)) {
    const [name = ""] = keys;
    const texts = companions.textsNear(file, ptcArticleFiles(name));
    return { name: `article ${name}`, keys, articles: texts };
  }
  if (format === "ptc") return { name: `file ${base}`, keys, articles: [article] };
  if (!namedByFile.has(format)) return { name: "", keys: [], articles: [] };
  const stem = stemOf(file);
  const own = keys.filter((key) => stem.startsWith(key));
  return { name: `file ${base}`, keys: own, articles: [article] };
}
