import { lockImports } from "../../db/articles";
import { type Bulk, type BulkTx, inBulkTransaction } from "../../db/bulk";
import { AppError } from "../../domain/errors";
import type { FoundEncoding } from "./article-files";
import type { Candidate } from "./candidate";
import { type Batch, readAhead } from "./read-batches";
import {
  insertPlanned,
  lookUpArticles,
  nothingPlanned,
  planArticles,
  type PlannedArticles,
  type Stored,
} from "./store-articles";
import type { FileProblem } from "./uploaded-file";

/** What was found in all batches. */
export type ReadAll = {
  nArticles: number;
  /** Up to `mostErrors`, of `nErrors`. */
  errors: FileProblem[];
  nErrors: number;
  encodings: FoundEncoding[];
};
type Plan = {
  projectId: string;
  dryRun: boolean;
  /** Whether good articles are stored although others have errors. */
  partial: boolean;
  mostArticles: number;
  mostErrors: number;
  /** Hears after each batch how many articles were read. @returns whether to go on */
  onRead?: (nArticles: number) => Promise<boolean>;
  /** Takes what was stored of a batch, in the transaction that stored it. Asks at once, then waits. */
  onStored: (bulk: Bulk, stored: Stored) => Promise<void>;
  /** The last step of the transaction, if it is to stand. @returns whether it is */
  onEnd: (transaction: BulkTx, read: ReadAll) => Promise<boolean>;
};

/** Enough that reading goes on while the database has work, and planning finds what it needs. */
const nAhead = 4;

/** Ends a transaction that isn't to stand. */
class NotToStand extends Error {}

/**
 * Stores articles as they are read, in one transaction: all of them, or nothing. With an error in
 * any, unless `partial`, and after a dry run, nothing stays. Imports into one project take turns,
 * from the moment when the first batch was read.
 * @returns what was read, and whether it is stored
 * @throws {AppError} too_large; what `isLockTimeout` knows
 */
export async function storeBatches(
  batches: AsyncGenerator<Batch, void>,
  plan: Plan,
): Promise<ReadAll & { isStored: boolean }> {
  const { projectId } = plan;
  const read: ReadAll = { nArticles: 0, errors: [], nErrors: 0, encodings: [] };
  const findRepeatedIds = repeatedIds();
  const ahead = readAhead(batches, nAhead);
  try {
    let next = await ahead.next();
    await inBulkTransaction("articles", async (transaction) => {
      const { tx, bulk } = transaction;
      await lockImports(tx, projectId);
      // While PostgreSQL writes a batch, the next one is planned: what it needs to know was looked up
      // before, and the batch that was not there then is still in memory.
      let planned = nothingPlanned;
      let writing = Promise.resolve();
      const writePlanned = () => {
        writing = write(bulk, planned, plan);
        // It is awaited with a later batch, or at the end; until then its failure is nobody's.
        writing.catch(() => undefined);
      };
      for (; !next.done; next = await ahead.next()) {
        const { candidates, repeated } = findRepeatedIds(next.value.candidates);
        note(read, { ...next.value, errors: [...next.value.errors, ...repeated] }, plan);
        if (plan.dryRun || plan.partial || read.nErrors === 0) {
          const lookingUp = lookUpArticles(bulk, projectId, candidates);
          const writtenBefore = writing;
          writePlanned();
          const [known] = await Promise.all([lookingUp, writtenBefore]);
          planned = await planArticles(bulk, projectId, candidates, known, planned);
        }
        if (plan.onRead && !(await plan.onRead(read.nArticles))) throw new NotToStand();
      }
      await writing;
      writePlanned();
      await writing;
      if (plan.dryRun || (read.nErrors > 0 && !plan.partial)) throw new NotToStand();
      if (!(await plan.onEnd(transaction, read))) throw new NotToStand();
    });
    return { ...read, isStored: true };
  } catch (error) {
    if (error instanceof NotToStand) return { ...read, isStored: false };
    throw error;
  } finally {
    await ahead.return();
  }
}

async function write(bulk: Bulk, planned: PlannedArticles, plan: Plan): Promise<void> {
  await Promise.all([
    insertPlanned(bulk, plan.projectId, planned),
    plan.onStored(bulk, planned.stored),
  ]);
}

function note(
  read: ReadAll,
  { candidates, errors, encodings }: Batch,
  { mostArticles, mostErrors }: Plan,
): void {
  read.nArticles += candidates.length;
  if (read.nArticles > mostArticles) {
    throw new AppError("too_large", `Import at most ${mostArticles} articles at once.`, {
      ...{ reason: "too_many_articles", facts: { most: mostArticles } },
    });
  }
  read.nErrors += errors.length;
  read.errors.push(...errors.slice(0, mostErrors - read.errors.length));
  read.encodings.push(...encodings);
}

/**
 * Finds, batch after batch, articles whose id another article of the same upload has: which of them
 * is meant wherever the id is named, nobody could tell. The same article twice is a mere duplicate.
 */
function repeatedIds() {
  const seen = new Map<string, { sha256: string; line: number | null }>();
  return (all: readonly Candidate[]): { candidates: Candidate[]; repeated: FileProblem[] } => {
    const repeated: FileProblem[] = [];
    const candidates = all.filter(({ article: { externalId }, sha256, file, line }) => {
      if (externalId === null) return true;
      const first = seen.get(externalId);
      if (!first) seen.set(externalId, { sha256, line });
      if (!first || first.sha256 === sha256) return true;
      const where = first.line === null ? "before" : `in line ${first.line}`;
      const message = `The id “${externalId}” stands ${where} with another text. Give each article an id of its own.`;
      const facts = { id: externalId, line: first.line ?? "none" };
      repeated.push({ file, line: line ?? 1, message, reason: "article_id_repeated", facts });
      return false;
    });
    return { candidates, repeated };
  };
}
