import type { AnnotationFormat } from "../../contracts/imports";
import type { MatchedLayer } from "./match-articles";
import { type FileProblem, stemOf } from "./uploaded-file";

type Chosen = {
  layers: readonly MatchedLayer[];
  /** Whose work there is, in the words of the files. */
  people: readonly string[];
  errors: FileProblem[];
};

/**
 * One person's work becomes one person's layers: files of several people need a choice.
 * @param wanted whose to take, in the words of the files
 */
export function chooseAnnotator(
  layers: readonly MatchedLayer[],
  wanted: string | undefined,
): Chosen {
  const named = withAnnotatorsByFile(layers, wanted);
  const [first] = named;
  const names = new Set(named.map(({ layer }) => layer.annotator));
  const people = [...names].filter((name) => name !== null);
  if (wanted) {
    const chosen = named.filter(({ layer }) => (layer.annotator ?? wanted) === wanted);
    if (chosen.length > 0 || !first) return { layers: chosen, people, errors: [] };
    const facts = { name: wanted, names: people.join(", ") };
    const message = `Nothing here is by “${wanted}”. There is work by: ${facts.names}.`;
    const because = { reason: "annotator_not_in_file", facts } as const;
    return { layers: [], people, errors: [{ file: first.file, line: 1, message, ...because }] };
  }
  if (people.length <= 1 || !first) return { layers: named, people, errors: [] };
  const facts = { names: people.join(", ") };
  const message = `This holds the work of ${facts.names}. Say whose to take as sourceAnnotator.`;
  const because = { reason: "annotator_unclear", facts } as const;
  return { layers: [], people, errors: [{ file: first.file, line: 1, message, ...because }] };
}

/** Formats in which one file holds all that one person marked in an article, and doesn't say who. */
const filesOfPeople: ReadonlySet<AnnotationFormat | null> = new Set([
  "brat",
  "ptc",
  "uima-cas",
  "basil",
  "doccano",
]);

type Naming = (file: string) => string | null;

/**
 * Layers of formats that don't say who marked, each by whom its file is. Several files of one article
 * are several people's, called by what tells all such files apart: a folder, the end or the start of
 * their names, else their paths. Without such files, a folder of the wanted name tells.
 */
function withAnnotatorsByFile(
  layers: readonly MatchedLayer[],
  wanted: string | undefined,
): readonly MatchedLayer[] {
  const isUnnamed = ({ format, layer }: MatchedLayer) =>
    layer.annotator === null && filesOfPeople.has(format);
  const unnamed = layers.filter(isUnnamed);
  const rivals = rivalFiles(unnamed);
  const nameOf = rivals.length > 0 ? telling(rivals) : folderOf(unnamed, wanted);
  if (!nameOf) return layers;
  // What is called like nobody else, and stands beside no other, may be anybody's.
  const people = rivals.length > 0 ? new Set(rivals.flat().map(nameOf)) : null;
  return layers.map((found) => {
    if (!isUnnamed(found)) return found;
    const name = nameOf(found.file);
    const annotator = people === null || people.has(name) ? name : null;
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

/** The first way to name files by which no article has two of one name. */
function telling(rivals: readonly string[][]): Naming {
  const deepest = Math.max(...rivals.flat().map((file) => foldersOf(file).length));
  const ways = [
    ...Array.from({ length: deepest }, (_, depth) => folderAt(depth)),
    endOfName,
    startOfName,
  ];
  const tellsApart = (nameOf: Naming) =>
    rivals.every((files) => {
      const names = new Set(files.map(nameOf));
      return names.size === files.length && !names.has(null);
    });
  return ways.find(tellsApart) ?? ((file) => file);
}

function folderOf(layers: readonly MatchedLayer[], wanted: string | undefined): Naming | null {
  if (wanted === undefined) return null;
  const depths = layers.map(({ file }) => foldersOf(file).indexOf(wanted));
  const depth = depths.find((at) => at >= 0);
  return depth === undefined ? null : folderAt(depth);
}

const foldersOf = (file: string) =>
  file
    .split("/")
    .slice(0, -1)
    .map((folder) => folder.replace(/\.(zip|gz)$/i, ""));
const folderAt =
  (depth: number): Naming =>
  (file) =>
    foldersOf(file)[depth] ?? null;

/** `story_anna` is Anna's, `story` nobody's in particular. */
const endOfName: Naming = (file) => /[_.-]([^_.-]+)$/.exec(stemOf(file))?.[1] ?? stemOf(file);
const startOfName: Naming = (file) => /^([^_.-]+)[_.-]/.exec(stemOf(file))?.[1] ?? stemOf(file);
