import type { MatchedLayer } from "./match-articles";
import { type FileProblem, stemOf } from "./uploaded-file";

/**
 * One person's work becomes one person's layers: files of several people need a choice.
 * @param wanted whose to take, in the words of the files
 */
export function chooseAnnotator(
  layers: readonly MatchedLayer[],
  wanted: string | undefined,
): { layers: readonly MatchedLayer[]; errors: FileProblem[] } {
  const named = withAnnotatorsByFile(layers);
  const [first] = named;
  const known = [...new Set(named.map(({ layer }) => layer.annotator))].filter(
    (name) => name !== null,
  );
  if (wanted) {
    const chosen = named.filter(({ layer }) => (layer.annotator ?? wanted) === wanted);
    if (chosen.length > 0 || !first) return { layers: chosen, errors: [] };
    const facts = { name: wanted, names: known.join(", ") };
    const message = `Nothing here is by “${wanted}”. There is work by: ${facts.names}.`;
    const because = { reason: "annotator_not_in_file", facts } as const;
    return { layers: [], errors: [{ file: first.file, line: 1, message, ...because }] };
  }
  if (known.length <= 1 || !first) return { layers: named, errors: [] };
  const facts = { names: known.join(", ") };
  const message = `This holds the work of ${facts.names}. Say whose to take as sourceAnnotator.`;
  const because = { reason: "annotator_unclear", facts } as const;
  return { layers: [], errors: [{ file: first.file, line: 1, message, ...because }] };
}

/**
 * Layers of formats that don't say who marked, each by whom its file is. Several files of one article
 * are several people's, called by what tells these files apart: a folder, or the end of their names.
 */
function withAnnotatorsByFile(layers: readonly MatchedLayer[]): readonly MatchedLayer[] {
  const rivals = rivalFiles(layers.filter(({ layer }) => layer.annotator === null));
  if (rivals.length === 0) return layers;
  const depths = rivals.flatMap((files) => depthOfDifference(files) ?? []);
  const nameOf = depths.length > 0 ? folderAt(Math.min(...depths)) : endOfName;
  return layers.map((found) => {
    const annotator = found.layer.annotator ?? nameOf(found.file);
    return { ...found, layer: { ...found.layer, annotator } };
  });
}

/** The files of each article that has several. */
function rivalFiles(layers: readonly MatchedLayer[]): string[][] {
  const byArticle = new Map<string, Set<string>>();
  for (const { file, match } of layers) {
    if (match.articleId === null) continue;
    byArticle.set(match.articleId, (byArticle.get(match.articleId) ?? new Set()).add(file));
  }
  return [...byArticle.values()].map((files) => [...files]).filter((files) => files.length > 1);
}

/** The place of the first folder that isn't the same for all files; null where all are the same. */
function depthOfDifference(files: readonly string[]): number | null {
  const [first = [], ...others] = files.map(foldersOf);
  const deepest = Math.max(first.length, ...others.map((folders) => folders.length));
  for (let depth = 0; depth < deepest; depth++) {
    if (others.some((folders) => folders[depth] !== first[depth])) return depth;
  }
  return null;
}

const foldersOf = (file: string) => file.split("/").slice(0, -1);

const folderAt = (depth: number) => (file: string) =>
  foldersOf(file)[depth]?.replace(/\.(zip|gz)$/i, "") ?? endOfName(file);

/** `story_anna` is Anna's; a name without such an end is a person's own. */
function endOfName(file: string): string {
  const stem = stemOf(file);
  return /[_.-]([^_.-]+)$/.exec(stem)?.[1] ?? stem;
}
