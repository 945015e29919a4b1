import { longestConfusion } from "../domain/review/describe-split";
import { Prisma } from "./generated/client";
import type { PageRequest } from "./page";

export type InboxFilter = PageRequest & {
  status?: "open" | "decided" | "stale";
  kind?: "one_sided" | "boundary" | "tag" | "boundary_and_tag" | "attribute" | "missed";
  family?: string;
  tag?: string;
  /** Some chose this tag where others chose another: `tag`, if that is given. */
  confusedWith?: string;
  article?: string;
  outlet?: string;
  /** Everybody named has handed the article in. */
  annotatorIds?: readonly string[];
  /** Week of ISO 8601 in which the last layer was handed in, such as 2026-W05. */
  week?: string;
  codebookVersion?: number;
  /** Somebody spoke to this member in its discussion. */
  mentionedId?: string;
  /** Among these, that they haven't seen. */
  isUnread?: boolean;
  /**
   * `found` is the order of arrival; `split` brings what annotators are most divided on first,
   * `confusion` the pair of tags that is confused most often, `release` the article that
   * needs the least before it can be released: decisions, and layers that aren't handed in.
   */
  order?: "found" | "split" | "confusion" | "release";
};
type Status = NonNullable<InboxFilter["status"]>;

const shownStatuses = ["open", "stale", "decided"] as const;
export const waitingStatuses = ["open", "stale"] as const;
const none = Prisma.empty;

/**
 * Ids of one page of the inbox and one more, by an index whatever the filter. Everything that isn't
 * superseded unless statuses are given. `confusion` goes by the tally as it was last counted.
 */
export function inboxQuery(
  projectId: string,
  filter: InboxFilter,
  statuses: readonly Status[] = filter.status ? [filter.status] : shownStatuses,
): Prisma.Sql {
  // Within a status an index has the order; a few rows of each are quickly put together.
  const pages = statuses.flatMap((status) => pagesOfStatus(projectId, status, filter));
  const bracketed = pages.map((page) => Prisma.sql`(${page})`);
  return Prisma.sql`
    SELECT id FROM (${Prisma.join(bracketed, " UNION ALL ")}) AS pages
    ${orders[filter.order ?? "found"]} LIMIT ${filter.limit + 1}`;
}

const orders = {
  found: Prisma.sql`ORDER BY id`,
  split: Prisma.sql`ORDER BY information DESC, id DESC`,
  confusion: Prisma.sql`ORDER BY n DESC, confusion DESC, id`,
  release: Prisma.sql`ORDER BY n, "articleId", id`,
};

function pagesOfStatus(projectId: string, status: Status, filter: InboxFilter): Prisma.Sql[] {
  const those = thoseOf(projectId, status, filter);
  const { cursor, limit, order } = filter;
  switch (order) {
    case "confusion":
      return [byConfusion(projectId, those, filter), withoutConfusion(those, filter)];
    case "release":
      return [byArticle(projectId, those, filter, status)];
    case "split":
    case "found":
    case undefined:
      return [
        Prisma.sql`
          SELECT d.id, d.information FROM "Disagreement" d WHERE ${those}
          ${cursor ? after(projectId, cursor, order === "split") : none}
          ${orders[order ?? "found"]} LIMIT ${limit + 1}`,
      ];
  }
}

function thoseOf(projectId: string, status: Status, filter: InboxFilter): Prisma.Sql {
  const { kind, family, article, outlet, annotatorIds = [], mentionedId, isUnread } = filter;
  const { tag, confusedWith, week, codebookVersion } = filter;
  const tags = [tag, confusedWith].filter((one) => one !== undefined);
  return Prisma.sql`d."projectId" = ${projectId}::uuid AND d.status = ${status}::"DisagreementStatus"
    ${kind ? Prisma.sql`AND d.kind = ${kind}::"DisagreementKind"` : none}
    ${family ? Prisma.sql`AND d."familyId" = ${family}` : none}
    ${tags.length > 0 ? Prisma.sql`AND d."tagIds" @> ${tags}::text[]` : none}
    ${confusedWith ? Prisma.sql`AND d.confusion IS NOT NULL` : none}
    ${week ? Prisma.sql`AND d.week = ${week}` : none}
    ${codebookVersion ? Prisma.sql`AND d."codebookNumber" = ${codebookVersion}` : none}
    ${article ? Prisma.sql`AND d."articleId" = ${article}::uuid` : none}
    ${outlet ? Prisma.sql`AND d.outlet = ${outlet}` : none}
    ${annotatorIds.length > 0 ? Prisma.sql`AND d."annotatorIds" @> ${[...annotatorIds]}::uuid[]` : none}
    ${
      mentionedId
        ? Prisma.sql`AND d.id IN (
            SELECT "disagreementId" FROM "Comment"
            WHERE "projectId" = ${projectId}::uuid AND "mentionedIds" @> ARRAY[${mentionedId}]::uuid[]
            ${isUnread ? unreadBy(mentionedId) : none})`
        : none
    }`;
}

/** Of comments that speak to a member, those that they haven't seen. */
export function unreadBy(userId: string): Prisma.Sql {
  return Prisma.sql`AND NOT EXISTS (
    SELECT FROM "MentionRead" m
    WHERE m."commentId" = "Comment".id AND m."userId" = ${userId}::uuid)`;
}

function after(projectId: string, cursor: string, isSplit: boolean): Prisma.Sql {
  if (!isSplit) return Prisma.sql`AND d.id > ${cursor}::uuid`;
  return Prisma.sql`AND (d.information, d.id) < (
    SELECT information, id FROM "Disagreement"
    WHERE "projectId" = ${projectId}::uuid AND id = ${cursor}::uuid)`;
}

/** Confusion by confusion, the most frequent first; within one an index has the order. */
function byConfusion(
  projectId: string,
  those: Prisma.Sql,
  { cursor, limit, tag, confusedWith }: InboxFilter,
): Prisma.Sql {
  // A confusion names its tags, unless it was cut: those without the tag needn't be walked.
  const named = [tag, confusedWith].flatMap((one) =>
    one === undefined
      ? []
      : [
          Prisma.sql`AND (position(${one} in t.confusion) > 0
            OR char_length(t.confusion) >= ${longestConfusion})`,
        ],
  );
  const last = (column: Prisma.Sql) => Prisma.sql`(
    SELECT ${column} FROM "Disagreement" c
    JOIN "ConfusionTally" l ON l."projectId" = c."projectId" AND l.confusion = c.confusion
    WHERE c."projectId" = ${projectId}::uuid AND c.id = ${cursor ?? null}::uuid)`;
  const lastOne = last(Prisma.sql`c.confusion`);
  return Prisma.sql`
    SELECT d.id, t.n, t.confusion FROM "ConfusionTally" t
    CROSS JOIN LATERAL (
      SELECT d.id FROM "Disagreement" d WHERE ${those} AND d.confusion = t.confusion
      ${cursor ? Prisma.sql`AND (d.confusion <> ${lastOne} OR d.id > ${cursor}::uuid)` : none}
      ORDER BY d.id LIMIT ${limit + 1}) d
    WHERE t."projectId" = ${projectId}::uuid ${named.length > 0 ? Prisma.join(named, " ") : none}
    ${cursor ? Prisma.sql`AND (t.n, t.confusion) <= (${last(Prisma.sql`l.n`)}, ${lastOne})` : none}
    ORDER BY t.n DESC, t.confusion DESC, d.id LIMIT ${limit + 1}`;
}

/** Where all chose the same tags there is no confusion: these come last. */
function withoutConfusion(those: Prisma.Sql, { cursor, limit }: InboxFilter): Prisma.Sql {
  const rest = cursor
    ? Prisma.sql`AND (d.id > ${cursor}::uuid OR EXISTS (
        SELECT 1 FROM "Disagreement" c WHERE c.id = ${cursor}::uuid AND c.confusion IS NOT NULL))`
    : none;
  return Prisma.sql`
    SELECT d.id, 0 AS n, '' AS confusion FROM "Disagreement" d
    WHERE ${those} AND d.confusion IS NULL ${rest} ORDER BY d.id LIMIT ${limit + 1}`;
}

/** Article by article, the one that needs least before it can be released first. */
function byArticle(
  projectId: string,
  those: Prisma.Sql,
  { cursor, limit, article }: InboxFilter,
  status: Status,
): Prisma.Sql {
  const last = (column: Prisma.Sql) => Prisma.sql`(
    SELECT ${column} FROM "Disagreement" c JOIN "ArticleReview" l ON l."articleId" = c."articleId"
    WHERE c."projectId" = ${projectId}::uuid AND c.id = ${cursor ?? null}::uuid)`;
  const lastArticle = last(Prisma.sql`c."articleId"`);
  return Prisma.sql`
    SELECT d.id, r."nMissing" AS n, r."articleId" FROM "ArticleReview" r
    CROSS JOIN LATERAL (
      SELECT d.id FROM "Disagreement" d WHERE ${those} AND d."articleId" = r."articleId"
      ${cursor ? Prisma.sql`AND (d."articleId" <> ${lastArticle} OR d.id > ${cursor}::uuid)` : none}
      ORDER BY d.id LIMIT ${limit + 1}) d
    WHERE r."projectId" = ${projectId}::uuid
    ${status === "decided" ? none : Prisma.sql`AND r."nMissing" > 0 AND r."nWaiting" > 0`}
    ${article ? Prisma.sql`AND r."articleId" = ${article}::uuid` : none}
    ${
      cursor
        ? Prisma.sql`AND (r."nMissing", r."articleId") >=
            (${last(Prisma.sql`l."nMissing"`)}, ${lastArticle})`
        : none
    }
    ORDER BY r."nMissing", r."articleId", d.id LIMIT ${limit + 1}`;
}
