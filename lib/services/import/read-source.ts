import { type ArticleFileOptions, readArticleFile } from "./article-files";
import { guessArticleFormat } from "./article-format";
import { gunzipped, UnpackError } from "./gunzip-chunks";
import type { ReadItem, ReadItems } from "./read-item";
import { readJsonLinesSource, readTableSource } from "./read-records";
import { unpackZip } from "./read-zip";
import { type ArticleSource, joined } from "./stream-text";
import { extensionOf, type UploadedFile } from "./uploaded-file";

/** What is held in memory at once: an archive, or a file that only makes sense as a whole. */
export const sourceLimits = { archiveBytes: 268_435_456, wholeFileBytes: 67_108_864 };
const zipLimits = { entries: 65_535, totalBytes: 2_147_483_648 };

/**
 * Every article of a file of any size, and everything that is wrong with it, in the order of the
 * file. Tables and JSON Lines are read piece by piece, also inside .gz and ZIP.
 */
export async function* readArticleSource(
  source: ArticleSource,
  options: ArticleFileOptions,
): ReadItems {
  const { name } = source;
  const refuse = (message: string): ReadItem => ({ error: { file: name, line: 1, message } });
  const head = await firstChunk(source);
  const isZip = head[0] === 0x50 && head[1] === 0x4b && /^(zip|)$/.test(extensionOf(name));
  try {
    if (isZip || extensionOf(name) === "zip") {
      const bytes = await readWhole(source, sourceLimits.archiveBytes);
      if (bytes) yield* readArchive({ name, bytes }, options);
      else yield refuse("This archive is larger than 256 MiB. Split it, or send the files as .gz.");
    } else if (head[0] === 0x1f && head[1] === 0x8b) {
      yield* readPacked(source, options);
    } else {
      yield* readPlain(source, options, head);
    }
  } catch (error) {
    if (!(error instanceof UnpackError)) throw error;
    yield refuse(error.message);
  }
}

async function* readArchive(archive: UploadedFile, options: ArticleFileOptions): ReadItems {
  for (const file of unpackZip(archive.name, archive.bytes, zipLimits)) {
    if ("message" in file) yield { error: file };
    else yield* readPlain(sourceOf(file), options, file.bytes);
  }
}

async function* readPacked(
  { name, chunks }: ArticleSource,
  options: ArticleFileOptions,
): ReadItems {
  const inner = { name: name.replace(/\.gz$/i, ""), chunks: gunzipped(chunks) };
  const refuse = (message: string): ReadItem => ({ error: { file: name, line: 1, message } });
  const head = await firstChunk(inner);
  const isArchive = head[0] === 0x1f || (head[0] === 0x50 && head[1] === 0x4b);
  if (isArchive) yield refuse("Archives inside archives aren't opened.");
  else if (/\.(tgz|tar)$/i.test(inner.name))
    yield refuse("TAR archives aren't opened. Send a ZIP archive.");
  else yield* readPlain(inner, options, head);
}

async function* readPlain(
  source: ArticleSource,
  options: ArticleFileOptions,
  head: Uint8Array,
): ReadItems {
  const { name } = source;
  const guess = options.format ? { format: options.format } : guessArticleFormat(name, head);
  const format = "format" in guess ? guess.format : null;
  if (head.length > 0 && (format === "csv" || format === "tsv")) {
    yield* readTableSource(source, options, format === "tsv" ? "\t" : null);
  } else if (head.length > 0 && format === "jsonl") {
    yield* readJsonLinesSource(source, options);
  } else {
    const bytes = await readWhole(source, sourceLimits.wholeFileBytes);
    if (bytes) yield* itemsOf(readArticleFile({ name, bytes }, options));
    else {
      const message = "A file of this kind may have 64 MiB. Send it as JSON Lines or CSV.";
      yield { error: { file: name, line: 1, message } };
    }
  }
}

/** What was found, one by one. */
function* itemsOf(found: ReturnType<typeof readArticleFile>): Generator<ReadItem> {
  for (const encoding of found.encodings) yield { encoding };
  for (const error of found.errors) yield { error };
  for (const article of found.articles) yield { article };
}

function sourceOf({ name, bytes }: UploadedFile): ArticleSource {
  const pieceBytes = 1_048_576;
  return {
    name,
    // The bytes are here already; reading them must look like reading any other source.
    async *chunks() {
      for (let at = 0; at < bytes.length; at += pieceBytes) {
        yield await Promise.resolve(bytes.subarray(at, at + pieceBytes));
      }
    },
  };
}

async function firstChunk({ chunks }: ArticleSource): Promise<Uint8Array> {
  for await (const chunk of chunks()) return chunk;
  return new Uint8Array();
}

/** All bytes, or null if there are more than `mostBytes`. */
async function readWhole({ chunks }: ArticleSource, mostBytes: number): Promise<Uint8Array | null> {
  const all: Uint8Array[] = [];
  let nBytes = 0;
  for await (const chunk of chunks()) {
    nBytes += chunk.length;
    if (nBytes > mostBytes) return null;
    all.push(chunk);
  }
  return joined(all);
}
