import type { ImportLine } from "../../db/import-jobs";
import { importNotes } from "../../domain/articles/import-notes";
import type { Explained } from "../../domain/reason";
import type { FoundEncoding } from "./article-files";
import type { Stored } from "./store-articles";
import type { ReadAll } from "./store-batches";

/** What became of articles, as lines of a report. */
export function linesOfStored({ imported, duplicates, nearDuplicates }: Stored): ImportLine[] {
  return [
    ...imported.map(({ id, file, line, title, ...stored }) => ({
      ...{ kind: "imported" as const, file, line: line ?? null, title, articleId: id },
      ...importNotes(stored),
    })),
    ...duplicates.map(({ file, line, articleId }) => ({
      ...{ kind: "duplicate" as const, file, line: line ?? null, otherId: articleId },
      ...hereAlready,
    })),
    ...nearDuplicates.map(({ file, line, title, articleId, otherId, ...like }) => ({
      ...{ kind: "near_duplicate" as const, file, line: line ?? null, title, articleId, otherId },
      ...explainLikeness(like),
    })),
  ];
}

const hereAlready: Explained = {
  message: "the same text is here already",
  reason: "article_here_already",
};

type Likeness = Pick<Stored["nearDuplicates"][number], "otherTitle" | "resemblance">;

function explainLikeness({ otherTitle, resemblance }: Likeness): Explained {
  const facts = { percent: Math.round(resemblance * 100), title: otherTitle };
  const message = `${facts.percent} % like “${otherTitle}”`;
  return { message, reason: "article_nearly_the_same", facts };
}

/** What was wrong, and what a file's encoding was taken for, as lines of a report. */
export function linesOfProblems({
  errors,
  encodings,
}: Pick<ReadAll, "errors" | "encodings">): ImportLine[] {
  return [
    ...errors.map((error): ImportLine => ({ kind: "error", ...error })),
    ...encodings.map((found): ImportLine => {
      return { kind: "encoding", file: found.file, ...explainEncoding(found) };
    }),
  ];
}

function explainEncoding({ encoding, isGuessed }: FoundEncoding): Explained {
  const facts = { encoding };
  return isGuessed
    ? { message: `read as ${encoding}, a guess`, reason: "read_in_guessed_encoding", facts }
    : { message: `read as ${encoding}`, reason: "read_in_encoding", facts };
}
