import type { ImportResult } from "../../contracts/articles";
import type { ImportLine } from "../../db/import-jobs";

type Stored = Pick<ImportResult, "imported" | "duplicates" | "nearDuplicates">;

/** What became of articles, as lines of a report. */
export function linesOfStored({ imported, duplicates, nearDuplicates }: Stored): ImportLine[] {
  return [
    ...imported.map(({ id, file, line, title, language, isLanguageDetected }) => ({
      ...{ kind: "imported" as const, file, line: line ?? null, title, articleId: id },
      message: isLanguageDetected ? `language told by the text: ${language}` : null,
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
