import { db } from "./client";
import { unreadBy } from "./inbox-query";

/** Comments of these projects that speak to a member who hasn't seen them, through an index. */
export function listUnreadMentions(
  userId: string,
  projectIds: readonly string[],
): Promise<{ id: string; disagreementId: string }[]> {
  return db().$queryRaw`
    SELECT id, "disagreementId" FROM "Comment"
    WHERE "mentionedIds" @> ARRAY[${userId}]::uuid[] AND "projectId" = ANY(${[...projectIds]}::uuid[])
    ${unreadBy(userId)}`;
}

/** That a member has seen those of the comments that speak to them. */
export async function insertMentionReads(
  projectId: string,
  { disagreementId, userId }: { disagreementId: string; userId: string },
  commentIds: readonly string[],
): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "MentionRead" ("projectId", "commentId", "userId")
    SELECT "projectId", id, ${userId}::uuid FROM "Comment"
    WHERE "projectId" = ${projectId}::uuid AND "disagreementId" = ${disagreementId}::uuid
      AND id = ANY(${[...commentIds]}::uuid[]) AND "mentionedIds" @> ARRAY[${userId}]::uuid[]
    ON CONFLICT DO NOTHING`;
}
