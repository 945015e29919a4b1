import "server-only";

import type { z } from "zod";

import type {
  CodebookChanges,
  codebookListQuery,
  CodebookVersionItem,
  touchedQuery,
  TouchedSpan,
} from "../contracts/codebook";
import {
  type CodebookHistoryRow,
  findCodebookVersion,
  findCurrentCodebook,
  listCodebookHistory,
  listCodebooksInUse,
} from "../db/codebooks";
import { pseudonymsOf } from "../db/members";
import { type Page, toPage } from "../db/page";
import { listTouchedSpans } from "../db/touched-spans";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { allTags } from "../domain/codebook/codebook";
import { diffCodebooks } from "../domain/codebook/diff-codebooks";
import { touchedTags } from "../domain/codebook/touched-tags";
import { authorise, nothingHere } from "./access";

/** Versions, newest first, each with how many assignments have it and how much it changed. */
export async function listCodebookVersions(
  actor: Actor,
  projectId: string,
  query: z.output<typeof codebookListQuery>,
): Promise<Page<CodebookVersionItem>> {
  await authorise(actor, "codebook.read", requireUuid(projectId));
  const rows = await listCodebookHistory(projectId, query);
  const page = toPage(rows, query.limit, (row) => row);
  const older = new Map(rows.map((row) => [row.number, row]));
  const items = page.items.map((row) => toItem(row, older.get(row.number - 1)));
  return { items, nextCursor: page.nextCursor };
}

/** One version as it was published. @throws {AppError} not_found */
export async function getCodebookVersion(actor: Actor, projectId: string, number: number) {
  await authorise(actor, "codebook.read", requireUuid(projectId));
  const row = await findCodebookVersion(projectId, number);
  if (!row) throw nothingHere();
  return { id: row.id, number: row.number, definition: row.definition };
}

/** What differs between two versions, whichever is the newer. @throws {AppError} not_found */
export async function compareCodebooks(
  actor: Actor,
  projectId: string,
  { from, to }: { from: number; to: number },
): Promise<CodebookChanges> {
  await authorise(actor, "codebook.read", requireUuid(projectId));
  const [before, after] = await Promise.all([
    findCodebookVersion(projectId, from),
    findCodebookVersion(projectId, to),
  ]);
  if (!before || !after) throw nothingHere();
  return { from, to, changes: diffCodebooks(before.definition, after.definition) };
}

/**
 * Spans of layers on older versions whose tag was redefined or retired since, by id. They stay as
 * they are; this is where to look if they should be marked again.
 */
export async function listSpansTouched(
  actor: Actor,
  projectId: string,
  { tag, ...request }: z.output<typeof touchedQuery>,
): Promise<Page<TouchedSpan>> {
  await authorise(actor, "codebook.edit", requireUuid(projectId));
  const current = await findCurrentCodebook(projectId);
  if (!current) throw nothingHere();
  const versions = (await listCodebooksInUse(projectId)).map(({ id, number, definition }) => {
    const touches = touchedTags(definition, current.definition).filter(
      ({ tagId }) => tag === undefined || tagId === tag,
    );
    return { id, number, touches: new Map(touches.map((touch) => [touch.tagId, touch])) };
  });
  const wanted = versions
    .filter(({ touches }) => touches.size > 0)
    .map(({ id, touches }) => ({ codebookVersionId: id, tagIds: [...touches.keys()] }));
  if (wanted.length === 0) return { items: [], nextCursor: null };
  const [rows, pseudonyms] = await Promise.all([
    listTouchedSpans(projectId, wanted, request),
    pseudonymsOf(projectId),
  ]);
  return toPage(rows, request.limit, ({ assignment, ...span }) => {
    const version = versions.find(({ id }) => id === assignment.codebookVersionId);
    const touch = version?.touches.get(span.tagId);
    return {
      ...span,
      articleId: assignment.article.id,
      articleTitle: assignment.article.title,
      annotator: pseudonyms.get(assignment.annotatorId) ?? "",
      codebookVersion: version?.number ?? 0,
      isRetired: touch?.isRetired ?? false,
      isRedefined: touch?.isRedefined ?? false,
    };
  });
}

function toItem(
  row: CodebookHistoryRow,
  before: CodebookHistoryRow | undefined,
): CodebookVersionItem {
  const tags = allTags(row.definition);
  const changes = before && diffCodebooks(before.definition, row.definition);
  return {
    id: row.id,
    number: row.number,
    createdAt: row.createdAt.toISOString(),
    nAssignments: row.nAssignments,
    nTags: tags.length,
    nRetired: tags.filter(({ tag }) => tag.isRetired).length,
    nChanges: changes ? changes.length : null,
  };
}
