import { db, type Tx } from "./client";
import { type PageRequest, pageArguments } from "./page";

/** Tags whose spans under one version are meant. */
export type TouchedVersion = { codebookVersionId: string; tagIds: string[] };

const standing = (projectId: string, { codebookVersionId, tagIds }: TouchedVersion) => ({
  ...{ projectId, removedAt: null, tagId: { in: tagIds } },
  assignment: { codebookVersionId },
});

/** Standing spans by tag, made under one version. Cost: linear in the project's spans. */
export async function countTouchedSpans(
  projectId: string,
  version: TouchedVersion,
  tx: Tx = db(),
): Promise<{ tagId: string; nSpans: number }[]> {
  const rows = await tx.span.groupBy({
    by: ["tagId"],
    where: standing(projectId, version),
    _count: true,
  });
  return rows.map(({ tagId, _count }) => ({ tagId, nSpans: _count }));
}

/** Standing spans made under any of the versions, with one of its tags; by id. */
export function listTouchedSpans(
  projectId: string,
  versions: readonly TouchedVersion[],
  request: PageRequest,
) {
  return db().span.findMany({
    where: { projectId, OR: versions.map((version) => standing(projectId, version)) },
    select: {
      ...{ id: true, assignmentId: true, tagId: true, segment: true },
      ...{ start: true, end: true, quote: true },
      assignment: {
        select: {
          annotatorId: true,
          codebookVersionId: true,
          article: { select: { id: true, title: true } },
        },
      },
    },
    ...pageArguments(request),
  });
}
