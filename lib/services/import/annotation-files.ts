import type { AnnotationFormat } from "../../contracts/imports";
import { readBasil } from "../../domain/formats/basil";
import { readBrat } from "../../domain/formats/brat";
import { readDoccano } from "../../domain/formats/doccano";
import type { ImportedLayer, ReadLayers } from "../../domain/formats/imported-layer";
import { readLabelStudio } from "../../domain/formats/label-studio";
import { readOwnCsv } from "../../domain/formats/own-csv";
import { readPtc } from "../../domain/formats/ptc";
import { readUimaCas } from "../../domain/formats/uima-cas";
import { readWebAnnotations } from "../../domain/formats/web-annotation";
import type { Explained } from "../../domain/reason";
import { decodeUtf8, type TextProblem } from "../../domain/text/decode-utf8";
import { guessAnnotationFormat } from "./annotation-format";
import { readCsv } from "./read-csv";
import { unpackUpload } from "./unpack-upload";
import { type FileProblem, stemOf, type UploadedFile } from "./uploaded-file";

/** What was left out on purpose; `file` is null where it is about all of them. */
export type ImportNote = { file: string | null } & Explained;
export type FoundLayer = { file: string; layer: ImportedLayer };
type Found = { layers: FoundLayer[]; errors: FileProblem[]; notes: ImportNote[] };

/**
 * Every layer of an upload, archives opened. Files that belong to others, brat's .txt beside the
 * .ann and BASIL's article beside the _ann.json, are read with them and not by themselves; brat's
 * configuration and UIMA's description of types are passed over.
 */
export async function readAnnotationFiles(
  uploads: readonly UploadedFile[],
  asked: AnnotationFormat | undefined,
): Promise<Found> {
  const { files, errors } = await unpackUpload(uploads);
  const byName = new Map(files.map((file) => [file.name, file]));
  const found: Found = { layers: [], errors: [...errors], notes: [] };
  for (const file of files) {
    if (isCompanion(file.name, byName)) continue;
    const decoded = decodeUtf8(file.bytes);
    if ("problem" in decoded) {
      found.errors.push({ file: file.name, ...decoded.problem });
      continue;
    }
    const read = readAs(asked, file.name, decoded.text, (name) => textOf(byName.get(name)));
    found.layers.push(...read.layers.map((layer) => ({ file: file.name, layer })));
    found.errors.push(...read.problems.map((problem) => ({ file: file.name, ...problem })));
    found.notes.push(...read.notes.map((note) => ({ file: file.name, ...note })));
  }
  return found;
}

function isCompanion(name: string, files: ReadonlyMap<string, UploadedFile>): boolean {
  return (
    /(^|\/)((annotation|visual|tools|kb_shortcuts)\.conf|typesystem\.xml)$/i.test(name) ||
    (name.endsWith(".txt") && files.has(name.replace(/\.txt$/, ".ann"))) ||
    (name.endsWith(".json") && files.has(name.replace(/\.json$/, "_ann.json")))
  );
}

/** Line ends as they are: brat counts them. A companion that can't be read is as good as none. */
function textOf(file: UploadedFile | undefined): string | null {
  if (!file) return null;
  const decoded = decodeUtf8(file.bytes, { keepLineEnds: true });
  return "text" in decoded ? decoded.text : null;
}

function readAs(
  asked: AnnotationFormat | undefined,
  name: string,
  text: string,
  companion: (name: string) => string | null,
): ReadLayers {
  const format = asked ?? guessAnnotationFormat(name, text);
  const stem = stemOf(name);
  const refuse = (problem: TextProblem): ReadLayers => ({
    ...{ layers: [], problems: [problem], notes: [] },
  });
  if (text.trim() === "" && format !== "brat") {
    return refuse({ line: 1, message: "Empty file.", reason: "file_empty" });
  }
  switch (format) {
    case null: {
      const message = "What format is this? Choose one of the list.";
      return refuse({ line: 1, message, reason: "annotation_format_unclear" });
    }
    case "slantwise": {
      const table = readCsv(text, null);
      return "problem" in table ? refuse(table.problem) : readOwnCsv(table);
    }
    case "brat":
      return readBrat(text, personalKeys(stem), companion(name.replace(/\.ann$/, ".txt")));
    case "ptc":
      return readPtc(text);
    case "web-annotation":
      return readWebAnnotations(text);
    case "label-studio":
      return readLabelStudio(text);
    case "doccano":
      return calledByFile(readDoccano(text), stem);
    case "basil": {
      const key = stem.replace(/_ann$/, "");
      return readBasil(text, [key], companion(name.replace(/_ann\.json$/, ".json")));
    }
    case "uima-cas":
      return readUimaCas(text, personalKeys(stem));
  }
}

/** doccano numbers its texts itself; a file of one alone may be called after its article. */
function calledByFile(read: ReadLayers, stem: string): ReadLayers {
  const [only, ...others] = read.layers;
  if (!only || others.length > 0) return read;
  return { ...read, layers: [{ ...only, keys: [...only.keys, stem] }] };
}

/** Files of one person's work are often called article_person. */
function personalKeys(stem: string): string[] {
  const withoutPerson = stem.replace(/_[^_]*$/, "");
  return withoutPerson === stem || withoutPerson === "" ? [stem] : [stem, withoutPerson];
}
