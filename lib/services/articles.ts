import "server-only";

import type { z } from "zod";

import type { ArticleItem, articleQuery } from "../contracts/articles";
import { listArticles as listRows } from "../db/articles";
import { type Page, toPage } from "../db/page";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { authorise } from "./access";

/** A date column as YYYY-MM-DD. */
export function isoDate(date: Date | null): string | null {
  return date && date.toISOString().slice(0, 10);
}

export async function listArticles(
  actor: Actor,
  projectId: string,
  query: z.output<typeof articleQuery>,
): Promise<Page<ArticleItem>> {
  await authorise(actor, "articles.read", requireUuid(projectId));
  const rows = await listRows(projectId, query);
  return toPage(rows, query.limit, (row) => ({
    id: row.id,
    externalId: row.externalId,
    version: row.version,
    title: row.title,
    outlet: row.outlet,
    publishedOn: isoDate(row.publishedOn),
    language: row.language,
    nCodePoints: row.nCodePoints,
    nAssigned: row.nAssigned,
    nSubmitted: row.nSubmitted,
    nOpenDisagreements: row.nOpenDisagreements,
  }));
}
