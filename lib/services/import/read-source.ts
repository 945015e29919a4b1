import type { Explained } from "../../domain/reason";
import { withSpoolFolder, writeToDisk } from "../../server/spool";
import { type ArticleFileOptions, readArticleFile } from "./article-files";
import { guessArticleFormat } from "./article-format";
import { gunzipped } from "./gunzip-chunks";
import type { ReadItem, ReadItems } from "./read-item";
import { readJsonLinesSource, readTableSource } from "./read-records";
import { unpackZip, type ZipPlace } from "./read-zip";
import {
  type ArticleSource,
  firstChunk,
  readWhole,
  UnpackError,
  type UnpackLimits,
} from "./source";
import { extensionOf } from "./uploaded-file";

/** What is held in memory at once: a file that only makes sense as a whole. */
const wholeFileBytes = 67_108_864;
/** What an upload may unpack to that is read in the background. */
export const largeLimits: UnpackLimits = { entries: 65_535, totalBytes: 2_147_483_648 };

/**
 * Every article of a file of any size, and everything that is wrong with it, in the order of the
 * file. Tables and JSON Lines are read piece by piece, also inside .gz and ZIP; an archive that isn't
 * on the disk is put there first.
 */
export async function* readArticleSource(
  source: ArticleSource,
  options: ArticleFileOptions,
  limits: UnpackLimits,
): ReadItems {
  const { name, path } = source;
  const head = await firstChunk(source);
  if (isZip(name, head)) {
    if (path !== undefined) yield* readArchive(name, path, options, limits);
    else yield* readSpooledArchive(source, options, limits);
    return;
  }
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  yield* refusing(
    name,
    isGzip ? readPacked(source, options, limits) : readPlain(source, options, head),
  );
}

/** Word processors' files are ZIP archives too and are refused for what they are. */
export function isZip(name: string, [a, b]: Uint8Array): boolean {
  const extension = extensionOf(name);
  return extension === "zip" || (extension === "" && a === 0x50 && b === 0x4b);
}

async function* readSpooledArchive(
  { name, chunks }: ArticleSource,
  options: ArticleFileOptions,
  limits: UnpackLimits,
): ReadItems {
  yield* withSpoolFolder(async function* (newFile) {
    const path = newFile();
    await writeToDisk(chunks(), path);
    yield* readArchive(name, path, options, limits);
  });
}

async function* readArchive(
  archive: string,
  place: ZipPlace,
  options: ArticleFileOptions,
  limits: UnpackLimits,
): ReadItems {
  for await (const file of unpackZip(archive, place, limits)) {
    if ("message" in file) yield { error: file };
    else yield* refusing(file.name, readMember(file, options));
  }
}

async function* readMember(source: ArticleSource, options: ArticleFileOptions): ReadItems {
  yield* readPlain(source, options, await firstChunk(source));
}

/** What can't be unpacked is a problem of the file and not of the server. */
async function* refusing(file: string, items: ReadItems): ReadItems {
  try {
    yield* items;
  } catch (error) {
    if (!(error instanceof UnpackError)) throw error;
    yield { error: { file, line: 1, ...error.why } };
  }
}

async function* readPacked(
  { name, chunks }: ArticleSource,
  options: ArticleFileOptions,
  { totalBytes }: UnpackLimits,
): ReadItems {
  const inner = { name: name.replace(/\.gz$/i, ""), chunks: gunzipped(chunks, totalBytes) };
  const refuse = (why: Explained): ReadItem => ({ error: { file: name, line: 1, ...why } });
  const head = await firstChunk(inner);
  const isArchive = head[0] === 0x1f || (head[0] === 0x50 && head[1] === 0x4b);
  if (/\.(tgz|tar)$/i.test(inner.name)) {
    const message = "TAR archives aren't opened. Send a ZIP archive.";
    yield refuse({ message, reason: "archive_tar" });
  } else if (isArchive) {
    const message = "Archives inside archives aren't opened.";
    yield refuse({ message, reason: "archive_packed_again" });
  } else yield* readPlain(inner, options, head);
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
    const bytes = await readWhole(source, wholeFileBytes);
    if (bytes) yield* itemsOf(await readArticleFile({ name, bytes }, options));
    else {
      const message = "A file of this kind may have 64 MiB. Send it as JSON Lines or CSV.";
      yield { error: { file: name, line: 1, message, reason: "whole_file_too_large" } };
    }
  }
}

/** What was found, one by one. */
function* itemsOf(found: Awaited<ReturnType<typeof readArticleFile>>): Generator<ReadItem> {
  for (const encoding of found.encodings) yield { encoding };
  for (const error of found.errors) yield { error };
  for (const article of found.articles) yield { article };
}
