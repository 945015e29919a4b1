import { describe, expect, it } from "vitest";

import { listAuditEvents } from "./audit";
import { openExport } from "./exports";
import { addMember, removeMember } from "./members";
import { makeArticles, makePerson, makeProject } from "./testing/make-project";
import { asked } from "./testing/read-export";

async function open() {
  const project = await makeProject();
  const { projectId, actors } = project;
  const read = (query = {}) => listAuditEvents(actors.admin, projectId, { limit: 50, ...query });
  return { project, projectId, actors, read };
}

describe("the audit trail", () => {
  it("says who was added and removed, by whom, the latest first", async () => {
    const { projectId, actors, read } = await open();
    const person = await makePerson();
    await addMember(actors.admin, projectId, { email: person.email, role: "annotator" });
    await removeMember(actors.admin, projectId, person.userId);
    const { items } = await read({ limit: 2 });
    expect(items).toMatchObject([
      { action: "member.removed", subject: person.userId, subjectName: "Ann Example" },
      { action: "member.added", detail: { role: "annotator" } },
    ]);
    expect(items[0]?.actor).toMatchObject({ userId: actors.admin.userId, pseudonym: "R01" });
  });

  it("says who exported what", async () => {
    const { projectId, actors, read } = await open();
    const query = asked();
    await (await openExport(actors.researcher, projectId, "gold.csv", query)).cancel();
    expect((await read()).items[0]).toMatchObject({
      ...{ action: "export.downloaded", subject: "gold.csv", detail: query },
      actor: { userId: actors.researcher.userId },
    });
  });

  it("is read page by page, each event once, and by action", async () => {
    const { read } = await open();
    const whole = (await read()).items.map(({ id }) => id);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await read({ limit: 2, ...(cursor ? { cursor } : {}) });
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(paged).toEqual(whole);
    const added = await read({ action: "member.added" });
    expect(new Set(added.items.map(({ action }) => action))).toEqual(new Set(["member.added"]));
  });

  it("shows nothing of another project, whatever the cursor", async () => {
    const [here, there] = [await open(), await open()];
    const [newest] = (await there.read()).items;
    const { items } = await here.read(newest ? { cursor: newest.id } : {});
    const foreign = new Set((await there.read()).items.map(({ id }) => id));
    expect(items.some(({ id }) => foreign.has(id))).toBe(false);
  });

  it("gives a list's length and not the list", async () => {
    const { project, read } = await open();
    await makeArticles(project, 2);
    expect((await read({ limit: 1 })).items[0]).toMatchObject({
      ...{ action: "articles.imported", detail: { articleIds: 2 } },
    });
  });
});
