import type { AnnotationFormat } from "../../contracts/imports";
import { readBabe } from "../../domain/formats/babe";
import { readBasil } from "../../domain/formats/basil";
import { readBrat } from "../../domain/formats/brat";
import { readDoccano } from "../../domain/formats/doccano";
import type { ImportedLayer, ReadLayers } from "../../domain/formats/imported-layer";
import { readLabelStudio } from "../../domain/formats/label-studio";
import { readOwnCsv } from "../../domain/formats/own-csv";
import { ptcArticleFiles, readEmptyPtc, readPtc } from "../../domain/formats/ptc";
import { readUimaCas } from "../../domain/formats/uima-cas";
import { readWebAnnotations } from "../../domain/formats/web-annotation";
import type { Explained } from "../../domain/reason";
import { decodeUtf8, type TextProblem } from "../../domain/text/decode-utf8";
import { guessAnnotationFormat } from "./annotation-format";
import { CompanionFiles } from "./companion-files";
import { withoutOthers } from "./passed-over";
import { readCsv } from "./read-csv";
import { type NamedLayer, withUnsureKeys } from "./unsure-keys";
import { unpackUpload } from "./unpack-upload";
import { type FileProblem, stemOf, type UploadedFile } from "./uploaded-file";

/** What was left out on purpose; `file` is null where it is about all of them. */
export type ImportNote = { file: string | null } & Explained;
/** `unsureKeys` are those of the layer's keys that the upload uses for several articles. */
export type FoundLayer = {
  file: string;
  format: AnnotationFormat | null;
  layer: ImportedLayer;
  unsureKeys: readonly string[];
};
type Found = { layers: FoundLayer[]; errors: FileProblem[]; notes: ImportNote[] };

/**
 * Every layer of an upload, archives opened. Files that belong to others are read with them and not
 * by themselves; brat's configuration and UIMA's description of types are passed over, and with a
 * note what else has no annotations.
 */
export async function readAnnotationFiles(
  uploads: readonly UploadedFile[],
  asked: AnnotationFormat | undefined,
): Promise<Found> {
  const { files: unpacked, errors } = await unpackUpload(uploads);
  const { files, notes } = withoutOthers(unpacked, asked);
  const companions = new CompanionFiles(files, asked);
  const layers: NamedLayer[] = [];
  const found: Omit<Found, "layers"> = {
    errors: [...errors],
    notes: notes.map((note) => ({ file: null, ...note })),
  };
  for (const [at, file] of files.entries()) {
    if (companions.has(file)) continue;
    const { name } = file;
    const decoded = decodeUtf8(file.bytes);
    if ("problem" in decoded) {
      found.errors.push({ file: name, ...decoded.problem });
      continue;
    }
    const format = asked ?? guessAnnotationFormat(name, decoded.text);
    const read = readAs(format, file, decoded.text, companions);
    layers.push(...read.layers.map((layer) => ({ file: name, fileNumber: at, format, layer })));
    found.errors.push(...read.problems.map((problem) => ({ file: name, ...problem })));
    found.notes.push(...read.notes.map((note) => ({ file: name, ...note })));
  }
  return { ...found, layers: withUnsureKeys(layers, companions) };
}

function readAs(
  format: AnnotationFormat | null,
  { name, bytes }: UploadedFile,
  text: string,
  companions: CompanionFiles,
): ReadLayers {
  const stem = stemOf(name);
  const articleText = (article: string) => companions.textNear(name, ptcArticleFiles(article));
  const refuse = (problem: TextProblem): ReadLayers => ({
    ...{ layers: [], problems: [problem], notes: [] },
  });
  if (text.trim() === "" && format === "ptc") return readEmptyPtc(stem, articleText);
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
      if ("problem" in table) return refuse(table.problem);
      return readOwnCsv(table, { hasMark: bytes[0] === 0xef, links: companions.linksBeside(name) });
    }
    case "babe": {
      const table = readCsv(text, null);
      return "problem" in table ? refuse(table.problem) : readBabe(table);
    }
    case "brat":
      return readBrat(text, personalKeys(stem), companions.textAt(name.replace(/\.ann$/, ".txt")));
    case "ptc":
      return readPtc(text, articleText);
    case "web-annotation":
      return readWebAnnotations(text);
    case "label-studio":
      return readLabelStudio(text);
    case "doccano":
      return calledByFile(readDoccano(text), stem);
    case "basil": {
      const key = stem.replace(/_ann$/, "");
      const article = key === stem ? null : companions.textNear(name, [`${key}.json`]);
      return readBasil(text, [key], article);
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
