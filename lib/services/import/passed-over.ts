import type { AnnotationFormat } from "../../contracts/imports";
import { tableNames } from "../../domain/formats/export-files";
import type { Explained } from "../../domain/reason";
import { baseOf, extensionOf, stemOf, type UploadedFile } from "./uploaded-file";

const mostNames = 10;

/**
 * An upload without what comes with annotations and is none: the other files of a package of ours,
 * and what corpora have beside their data, such as README.md and LICENSE. Notes tell what was passed
 * over. An upload of nothing else is left as it is, to be refused for what it is.
 */
export function withoutOthers(
  files: readonly UploadedFile[],
  asked: AnnotationFormat | undefined,
): { files: readonly UploadedFile[]; notes: Explained[] } {
  const names = new Set(files.map(({ name }) => name));
  const roots = asked === undefined || asked === "slantwise" ? packageRoots(names) : [];
  const isOfPackage = ({ name }: UploadedFile) =>
    roots.some((root) => name.startsWith(root) && ofPackage.test(name.slice(root.length)));
  const ofPackages = files.filter(isOfPackage);
  const others = files.filter((file) => !isOfPackage(file));
  const asides = others.filter(({ name }) => isAside(name, names));
  const notes: Explained[] = [];
  if (ofPackages.length > 0) notes.push(explainPackage(ofPackages.length));
  if (asides.length === others.length) return { files: others, notes };
  if (asides.length > 0) notes.push(explainAsides(asides.map(({ name }) => baseOf(name))));
  return { files: others.filter(({ name }) => !isAside(name, names)), notes };
}

const tables = tableNames.join("|");
const otherTables = tableNames.filter((name) => name !== "annotations" && name !== "links");

/** What a release or an archive of exports holds beside annotations.csv and its links. */
const ofPackage = new RegExp(
  `^((${otherTables.join("|")}|changes)\\.csv|(${tables})\\.(jsonl|parquet)|texts/[^/]+\\.txt|` +
    "(datapackage|croissant|codebook)\\.json|(README|CHANGES|datasheet)\\.md|CITATION\\.cff|" +
    "check\\.(py|mjs)|reattach\\.py|SHA256SUMS)$",
);

/** The folders in which annotations.csv stands beside another file of its package. */
function packageRoots(names: ReadonlySet<string>): string[] {
  return [...names].flatMap((name) => {
    if (baseOf(name) !== "annotations.csv") return [];
    const root = name.slice(0, name.length - "annotations.csv".length);
    const isPackage =
      names.has(`${root}datapackage.json`) ||
      otherTables.some((table) => names.has(`${root}${table}.csv`));
    return isPackage ? [root] : [];
  });
}

const asideName =
  /^(readme|licen[cs]e|copying|notice|authors|citation|contributing|changes|changelog|sha256sums)\b/i;
const asideExtensions = new Set("md rst pdf cff bib py ipynb sh".split(" "));

function isAside(name: string, names: ReadonlySet<string>): boolean {
  const extension = extensionOf(name);
  if (asideExtensions.has(extension) || /^\.git/.test(baseOf(name))) return true;
  if (!asideName.test(stemOf(name))) return false;
  // A text of that name may be an article with annotations beside it.
  return extension === "" || (extension === "txt" && !names.has(name.replace(/\.txt$/i, ".ann")));
}

function explainPackage(count: number): Explained {
  const message = `${count} other files of the package are passed over.`;
  return { message, reason: "note_package_passed_over", facts: { count } };
}

function explainAsides(all: readonly string[]): Explained {
  const shown = [...new Set(all)].slice(0, mostNames);
  const names = shown.join(", ") + (new Set(all).size > shown.length ? ", …" : "");
  const message = `Files without annotations are passed over: ${names}.`;
  return { message, reason: "note_files_passed_over", facts: { names } };
}
