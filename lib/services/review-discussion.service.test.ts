import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";

import { addComment, listComments } from "./review-comments";
import { listOpenDiscussions, openDiscussion } from "./review-discussion";
import { getDiscussion } from "./review-discussion-view";
import { reopenAssignment } from "./submission";
import { makeReviewedProject } from "./testing/make-reviewed-project";
import { at, makeMember } from "./testing/make-project";
import { sql } from "./testing/sql";

describe("a discussion that is opened to annotators", () => {
  it("lets in who handed the article in, with the quotes and what was said", async () => {
    const project = await makeReviewedProject();
    const { actors, disagreementId, annotators } = project;
    const first = at(annotators, 0);
    await addComment(actors.reviewer, disagreementId, { id: uuidv7(), text: "@A01 why?" });
    await expect(getDiscussion(first, disagreementId)).rejects.toMatchObject({ code: "forbidden" });

    await openDiscussion(actors.reviewer, disagreementId, true);
    await openDiscussion(actors.admin, disagreementId, true);
    const { items } = await listOpenDiscussions(first);
    expect(items).toMatchObject([{ disagreementId, quotes: ["complained"], nComments: 1 }]);
    const seen = await getDiscussion(first, disagreementId);
    expect(seen).toMatchObject({ viewer: "A01", members: [{ annotator: "A01" }] });
    expect(seen.passage).toContain("complained of a creeping expansion");
    await addComment(first, disagreementId, { id: uuidv7(), text: "It judges." });
    const thread = await listComments(actors.reviewer, disagreementId);
    expect(thread).toMatchObject({ isOpenToAnnotators: true, items: [{}, { author: "A01" }] });

    const late = await makeMember(actors.admin, project.projectId, "annotator");
    await expect(getDiscussion(late, disagreementId)).rejects.toMatchObject({ code: "forbidden" });
    await reopenAssignment(actors.admin, at(project.assignmentIds, 0));
    await expect(getDiscussion(first, disagreementId)).rejects.toMatchObject({ code: "forbidden" });
    expect((await listOpenDiscussions(first)).items).toEqual([]);
  });

  it("can be closed; who opened and closed it, and when, stays", async () => {
    const { actors, disagreementId, annotators } = await makeReviewedProject();
    await openDiscussion(actors.reviewer, disagreementId, true);
    await openDiscussion(actors.admin, disagreementId, false);
    const comment = { id: uuidv7(), text: "Wait!" };
    await expect(addComment(at(annotators, 0), disagreementId, comment)).rejects.toMatchObject({
      code: "forbidden",
    });
    const rows = await sql<{ isOpen: boolean }>(
      `SELECT "isOpen" FROM "DiscussionOpening" WHERE "disagreementId" = $1 ORDER BY "createdAt"`,
      [disagreementId],
    );
    expect(rows.map(({ isOpen }) => isOpen)).toEqual([true, false]);
  });
});
