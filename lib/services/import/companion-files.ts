import type { AnnotationFormat } from "../../contracts/imports";
import type { Table } from "../../domain/formats/article-table";
import { isLinksTable } from "../../domain/formats/own-csv";
import { decodeUtf8 } from "../../domain/text/decode-utf8";
import { withLineFeeds } from "../../domain/text/line-ends";
import { guessAnnotationFormat } from "./annotation-format";
import { readCsv } from "./read-csv";
import { baseOf, type UploadedFile } from "./uploaded-file";

/**
 * The files of an upload that belong to others: articles beside their annotations (brat's .txt,
 * BASIL's .json, the articles of the Propaganda Techniques Corpus), links.csv beside
 * annotations.csv, and descriptions that are passed over (brat's configuration, UIMA's types).
 */
export class CompanionFiles {
  private readonly byName = new Map<string, UploadedFile[]>();
  private readonly byBase = new Map<string, string[]>();
  private readonly hasLabels: boolean;
  private readonly hasBasil: boolean;

  /** @param asked the format that all files are said to be in */
  constructor(files: readonly UploadedFile[], asked: AnnotationFormat | undefined) {
    for (const file of files) {
      const { name } = file;
      const namesakes = this.byName.get(name) ?? [];
      this.byName.set(name, [...namesakes, file]);
      if (namesakes.length > 0) continue;
      this.byBase.set(baseOf(name), [...(this.byBase.get(baseOf(name)) ?? []), name]);
    }
    this.hasLabels = (asked === undefined || asked === "ptc") && files.some(isLabels);
    this.hasBasil = (asked === undefined || asked === "basil") && files.some(isBasil);
  }

  /** Whether a file has no annotations of its own. */
  has(file: UploadedFile): boolean {
    const { name } = file;
    return (
      /(^|\/)((annotation|visual|tools|kb_shortcuts)\.conf|typesystem\.xml)$/i.test(name) ||
      (name.endsWith(".txt") && this.byName.has(name.replace(/\.txt$/, ".ann"))) ||
      (name.endsWith(".txt") &&
        this.hasLabels &&
        !isLabels(file) &&
        !/labels/i.test(baseOf(name))) ||
      (baseOf(name) === "links.csv" &&
        this.linksBeside(siblingOf(name, "annotations.csv")) !== null) ||
      (name.endsWith(".json") && this.byName.has(name.replace(/\.json$/, "_ann.json"))) ||
      (this.hasBasil && isBasilArticle(file))
    );
  }

  /**
   * Line ends as they are: brat counts them. A companion that can't be read, or that another file
   * of the same name contradicts, is as good as none.
   */
  textAt(name: string): string | null {
    const texts = new Set(this.byName.get(name)?.map(textOf));
    const [text = null] = texts;
    return texts.size === 1 ? text : null;
  }

  /** The links beside annotations.csv. */
  linksBeside(name: string): Table | null {
    if (baseOf(name) !== "annotations.csv" || !this.byName.has(name)) return null;
    const text = this.textAt(siblingOf(name, "links.csv"));
    const table = text === null ? null : readCsv(withLineFeeds(text), null);
    return table && "header" in table && isLinksTable(table) ? table : null;
  }

  /** The text under one of the names in the folders nearest to a file; null where they differ. */
  textNear(file: string, bases: readonly string[]): string | null {
    const [only = null, ...others] = this.textsNear(file, bases);
    return others.length === 0 ? only : null;
  }

  /** Different texts under one of the names, of the folders nearest to a file. */
  textsNear(file: string, bases: readonly string[]): string[] {
    const names = bases.flatMap((base) => this.byBase.get(base) ?? []);
    const nearest = Math.max(...names.map((name) => nSharedFolders(name, file)));
    const near = names.filter((name) => nSharedFolders(name, file) === nearest);
    const texts = near.flatMap((name) => this.byName.get(name)?.map(textOf) ?? []);
    return [...new Set(texts.filter((text) => text !== null))];
  }
}

const siblingOf = (name: string, base: string) =>
  name.slice(0, name.length - baseOf(name).length) + base;

function isLabels({ name, bytes }: UploadedFile): boolean {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  return guessAnnotationFormat(name, start) === "ptc";
}

function isBasil({ name, bytes }: UploadedFile): boolean {
  return name.endsWith("_ann.json") && says(bytes, "phrase-level-annotations");
}

/** In the released corpus articles stand in other folders than their annotations. */
function isBasilArticle({ name, bytes }: UploadedFile): boolean {
  return name.endsWith(".json") && says(bytes, "body-paragraphs");
}

const says = (bytes: Uint8Array, key: string) => Buffer.from(bytes).includes(`"${key}"`);

function textOf({ bytes }: UploadedFile): string | null {
  const decoded = decodeUtf8(bytes, { keepLineEnds: true });
  return "text" in decoded ? decoded.text : null;
}

function nSharedFolders(a: string, b: string): number {
  const [first, second] = [a, b].map((name) => name.split("/").slice(0, -1));
  const parted = first?.findIndex((folder, at) => folder !== second?.[at]) ?? 0;
  return parted < 0 ? (first?.length ?? 0) : parted;
}
