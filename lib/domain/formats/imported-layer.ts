import type { Explained } from "../reason";
import type { AttributeValue, SegmentName, TextRange } from "../spans/span";
import type { TextProblem } from "../text/decode-utf8";

/** What a tool's offsets count. */
export type OffsetUnit = "codepoint" | "utf16";

/** From one span to another, of a kind in the words of the file. */
export type ImportedLink = { kind: string; to: string };

/** A span as some tool wrote it, before it has found its place in an article. */
export type ImportedSpan = {
  /** Of the file, from 1. */
  line: number;
  /** What links of the same layer call it; null where nothing can. */
  name: string | null;
  /** The tag in the words of the file. */
  tag: string;
  attributes: Readonly<Record<string, AttributeValue>>;
  /** Null when offsets count one text that may hold title and body. */
  segment: SegmentName | null;
  /** Half-open, in the unit of its layer. */
  place: TextRange | null;
  /** The line of the text that it covers, from 1, where the file names one instead of a place. */
  textLine?: number;
  quote: string | null;
  prefix: string;
  suffix: string;
  /** To spans of the same layer, by their names. */
  links: readonly ImportedLink[];
  /** Why the span can't be taken exactly as it was, if so. */
  remark: Explained | null;
};

/** One person's spans on one article. */
export type ImportedLayer = {
  line: number;
  /** What the article may be known by: id, external id, hash of its text, file name. Best first. */
  keys: readonly string[];
  /** Who made it, in the words of the file; null where files don't say. */
  annotator: string | null;
  unit: OffsetUnit;
  /** The text that offsets count in, where the file carries it. */
  text: string | null;
  /** SHA-256 in hex of the body that places count in, where the file says it. */
  bodySha256?: string | null;
  /** Lines of the text that the file speaks of, where it names lines instead of places. */
  lines?: readonly number[];
  spans: readonly ImportedSpan[];
};

/** All that was read from one file; notes say what was left out on purpose. */
export type ReadLayers = { layers: ImportedLayer[]; problems: TextProblem[]; notes: Explained[] };

/** A span with only what every format knows. */
export function bareSpan(line: number, tag: string, place: TextRange | null): ImportedSpan {
  const unknown = { segment: null, quote: null, prefix: "", suffix: "", remark: null, name: null };
  return { line, tag, place, attributes: {}, links: [], ...unknown };
}

export const placesUnchecked: Explained = {
  message: "This format has no quotes: places were taken as given.",
  reason: "note_places_unchecked",
};
