import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";

import { getReviewSummary, listDisagreements } from "./review";
import { addComment, listComments, readMentions } from "./review-comments";
import { listOpenDiscussions, openDiscussion } from "./review-discussion";
import { at } from "./testing/make-project";
import { makeReviewedProject } from "./testing/make-reviewed-project";
import { sql } from "./testing/sql";

async function open() {
  const project = await makeReviewedProject();
  const { actors, projectId, disagreementId } = project;
  const say = async (text: string) => {
    const id = uuidv7();
    await addComment(actors.admin, disagreementId, { id, text });
    return id;
  };
  const count = async () => (await getReviewSummary(actors.reviewer, projectId)).nUnreadMentions;
  const unread = async () =>
    (await listDisagreements(actors.reviewer, projectId, { mentions: "unread", limit: 50 })).items;
  return { ...project, say, count, unread };
}

describe("what speaks to a reviewer", () => {
  it("is counted until they have seen it, for each person on their own", async () => {
    const { actors, disagreementId, say, count, unread } = await open();
    await say("Nobody in particular.");
    expect(await count()).toBe(0);
    const first = await say("@R02, look.");
    const second = await say("@R02 @A01, once more.");
    expect(await count()).toBe(1);
    expect(await unread()).toHaveLength(1);
    const { items } = await listComments(actors.reviewer, disagreementId);
    expect(items.map(({ isUnread }) => isUnread)).toEqual([false, true, true]);
    expect((await listComments(actors.admin, disagreementId)).items[1]?.isUnread).toBe(false);

    await readMentions(actors.reviewer, disagreementId, [first]);
    expect(await count()).toBe(1);
    await readMentions(actors.reviewer, disagreementId, [first, second]);
    await readMentions(actors.reviewer, disagreementId, [second]);
    expect(await count()).toBe(0);
    expect(await unread()).toEqual([]);
    await say("@R02, and now?");
    expect(await count()).toBe(1);
  });

  it("is kept as seen only of what speaks to them, in this discussion", async () => {
    const { actors, disagreementId, say } = await open();
    const elsewhere = await open();
    const other = await elsewhere.say("@R02, there.");
    const mine = await say("@A01, you.");
    await readMentions(actors.reviewer, disagreementId, [mine, other]);
    expect(
      await sql(`SELECT 1 FROM "MentionRead" WHERE "commentId" = ANY($1::uuid[])`, [[mine, other]]),
    ).toEqual([]);
    expect(await elsewhere.count()).toBe(1);
  });
});

describe("what speaks to an annotator", () => {
  it("is told to them once they are let in", async () => {
    const { actors, annotators, disagreementId, say } = await open();
    const annotator = at(annotators, 0);
    const id = await say("@A01, why?");
    const listed = async () => (await listOpenDiscussions(annotator)).items;
    expect(await listed()).toEqual([]);
    await expect(readMentions(annotator, disagreementId, [id])).rejects.toMatchObject({
      code: "forbidden",
    });
    await openDiscussion(actors.admin, disagreementId, true);
    expect(await listed()).toMatchObject([{ nUnreadMentions: 1 }]);
    await readMentions(annotator, disagreementId, [id]);
    expect(await listed()).toMatchObject([{ nUnreadMentions: 0 }]);
    const [other] = (await listOpenDiscussions(at(annotators, 1))).items;
    expect(other).toMatchObject({ nUnreadMentions: 0 });
  });
});
