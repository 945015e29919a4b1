import type { ImportLine } from "../../db/import-jobs";
import { importNotes } from "../../domain/articles/import-notes";
import type { Stored } from "./store-articles";
import type { ReadAll } from "./store-batches";

/** What became of articles, as lines of a report. */
export function linesOfStored({ imported, duplicates, nearDuplicates }: Stored): ImportLine[] {
  return [
    ...imported.map(({ id, file, line, title, ...stored }) => ({
      ...{ kind: "imported" as const, file, line: line ?? null, title, articleId: id },
      message: importNotes(stored) || null,
    })),
    ...duplicates.map(({ file, line, articleId }) => ({
      ...{ kind: "duplicate" as const, file, line: line ?? null, otherId: articleId },
      message: "the same text is here already",
    })),
    ...nearDuplicates.map(({ file, line, title, articleId, otherId, otherTitle, resemblance }) => ({
      ...{ kind: "near_duplicate" as const, file, line: line ?? null, title, articleId, otherId },
      message: `${Math.round(resemblance * 100)} % like “${otherTitle}”`,
    })),
  ];
}

/** What was wrong, and what a file's encoding was taken for, as lines of a report. */
export function linesOfProblems({
  errors,
  encodings,
}: Pick<ReadAll, "errors" | "encodings">): ImportLine[] {
  return [
    ...errors.map((error): ImportLine => ({ kind: "error", ...error })),
    ...encodings.map(({ file, encoding, isGuessed }): ImportLine => {
      const message = isGuessed ? `read as ${encoding}, a guess` : `read as ${encoding}`;
      return { kind: "encoding", file, message };
    }),
  ];
}
