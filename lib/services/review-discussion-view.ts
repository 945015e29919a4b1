import "server-only";

import type { DiscussionView } from "../contracts/feedback";
import { pseudonymsOf } from "../db/members";
import type { Actor } from "../domain/access/actor";
import { contextAround } from "../domain/review/context-around";
import { CodePointIndex } from "../domain/text/code-points";
import { readComments } from "./review-comments";
import { joinDiscussion } from "./review-discussion";

/** A disagreement as its annotators see it: the quotes of this one place, and what is said. */
export async function getDiscussion(actor: Actor, disagreementId: string): Promise<DiscussionView> {
  const found = await joinDiscussion(actor, disagreementId);
  const { projectId, article, segment, status } = found;
  const [pseudonyms, items] = await Promise.all([
    pseudonymsOf(projectId),
    readComments(actor, projectId, disagreementId),
  ]);
  const index = new CodePointIndex(segment === "title" ? article.title : article.body);
  const { start, end } = contextAround(index, found);
  return {
    disagreementId,
    projectId,
    articleTitle: article.title,
    family: found.familyId,
    kind: found.kind,
    status: status === "superseded" ? "stale" : status,
    passage: index.slice(start, end),
    members: found.members.map(({ annotatorId, ...member }) => ({
      ...member,
      attributes: { ...member.attributes },
      annotator: pseudonyms.get(annotatorId) ?? "",
    })),
    viewer: found.viewer,
    items,
  };
}
