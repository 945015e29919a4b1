import { describe, expect, it } from "vitest";

import type { Codebook, TagDefinition } from "../domain/codebook/codebook";
import { defaultCodebook } from "../domain/codebook/default-codebook";
import { definitionOf } from "../domain/codebook/presets/preset";
import { getPreset } from "../domain/codebook/presets/presets";
import { keepRetired } from "../domain/codebook/succeed-codebook";
import { saveOperations } from "./annotation";
import { getAssignment } from "./assignments";
import { countTouchedByCurrent, getCodebook, publishCodebook } from "./codebook";
import { compareCodebooks, listCodebookVersions, listSpansTouched } from "./codebook-history";
import { createProject } from "./projects";
import { addOf } from "./testing/make-operations";
import { assignArticle, at, makeMember, makePerson, makeProject } from "./testing/make-project";

function withTag(tagId: string, change: Partial<TagDefinition>): Codebook {
  const families = defaultCodebook.families.map((family) => ({
    ...family,
    tags: family.tags.map((tag) => (tag.id === tagId ? { ...tag, ...change } : tag)),
  }));
  return { ...defaultCodebook, families };
}

const withoutTag = (tagId: string): Codebook => ({
  ...defaultCodebook,
  families: defaultCodebook.families.map((family) => ({
    ...family,
    tags: family.tags.filter(({ id }) => id !== tagId),
    decisionOrder: family.decisionOrder.filter((id) => id !== tagId),
  })),
});

describe("a codebook", () => {
  it("is the default one in a new project", async () => {
    const { projectId, actors } = await makeProject({ nAnnotators: 0 });
    const { number, definition } = await getCodebook(actors.researcher, projectId);
    expect(number).toBe(1);
    expect(definition).toEqual(defaultCodebook);
  });

  it("is the preset that a project was made with", async () => {
    const admin = await makePerson({ mayCreateProjects: true });
    const { id } = await createProject(admin, { name: "Techniques", preset: "ptc-14" });
    expect((await getCodebook(admin, id)).definition).toEqual(definitionOf(getPreset("ptc-14")));
  });

  it("gets a number of its own for each version, also when two publish at the same moment", async () => {
    const { projectId, actors } = await makeProject({ nAnnotators: 0 });
    const published = await Promise.all(
      ["2.0", "2.1", "2.2"].map((version) =>
        publishCodebook(actors.admin, projectId, { ...defaultCodebook, version }),
      ),
    );
    expect(published.map(({ number }) => number).sort()).toEqual([2, 3, 4]);
    const current = await getCodebook(actors.admin, projectId);
    const last = published.find(({ number }) => number === 4);
    expect(current).toEqual({ id: last?.id, number: 4, definition: last?.definition });
  });

  it("isn't published twice when the same is sent again", async () => {
    const { projectId, actors } = await makeProject({ nAnnotators: 0 });
    const again = await publishCodebook(actors.admin, projectId, structuredClone(defaultCodebook));
    expect(again).toMatchObject({ number: 1, changes: [] });
  });

  it("refuses a change of a version that isn't the newest any more, and shows the newest", async () => {
    const { projectId, actors } = await makeProject({ nAnnotators: 0 });
    const changes = ["By name.", "With a name."].map((definition) =>
      publishCodebook(actors.admin, projectId, withTag("NAMED", { definition }), { baseNumber: 1 }),
    );
    const results = await Promise.allSettled(changes);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const lost = results.find((one) => one.status === "rejected");
    expect(lost?.reason).toMatchObject({
      code: "conflict",
      details: { current: { number: 2 } },
    });
  });

  it("is published by admins alone, and strangers see nothing", async () => {
    const { projectId, actors } = await makeProject({ nAnnotators: 0 });
    const next = withTag("NAMED", { isRetired: true });
    const query = { limit: 50 };
    for (const actor of [actors.reviewer, actors.researcher]) {
      await expect(publishCodebook(actor, projectId, next)).rejects.toMatchObject({
        code: "forbidden",
      });
      await expect(listSpansTouched(actor, projectId, query)).rejects.toMatchObject({
        code: "forbidden",
      });
      expect((await listCodebookVersions(actor, projectId, query)).items).toHaveLength(1);
    }
    const stranger = await makePerson({ mayCreateProjects: true });
    const elsewhere = await createProject(stranger, { name: "Elsewhere" });
    for (const call of [
      () => publishCodebook(stranger, projectId, next),
      () => listCodebookVersions(stranger, projectId, query),
      () => compareCodebooks(stranger, projectId, { from: 1, to: 1 }),
      () => listSpansTouched(stranger, projectId, query),
      () => compareCodebooks(stranger, elsewhere.id, { from: 1, to: 2 }),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("may lose a tag only while nobody could have used it", async () => {
    const project = await makeProject({ nAnnotators: 1 });
    const { projectId, actors } = project;
    const without = withoutTag("VAGUE");
    await publishCodebook(actors.admin, projectId, without, { dryRun: true });
    expect((await getCodebook(actors.admin, projectId)).number).toBe(1);
    await assignArticle(project);
    await expect(publishCodebook(actors.admin, projectId, without)).rejects.toMatchObject({
      code: "invalid",
      details: {
        errors: [{ path: "families", message: expect.stringContaining("Retire it") as string }],
      },
    });
    const retired = await publishCodebook(
      actors.admin,
      projectId,
      keepRetired(defaultCodebook, definitionOf(getPreset("basil"))),
    );
    expect(retired.number).toBe(2);
  });
});

describe("publishing in the middle of work", () => {
  async function begin() {
    const project = await makeProject({ nAnnotators: 1 });
    const { assignmentIds } = await assignArticle(project);
    const assignmentId = at(assignmentIds, 0);
    const add = (tagId: string, quote: string, id = assignmentId) =>
      saveOperations(project.actors.annotator, id, [addOf({ tagId, quote })]);
    return { ...project, assignmentId, add };
  }

  it("says which old spans it touches, lists them, and leaves them as they are", async () => {
    const { projectId, actors, assignmentId, add } = await begin();
    await add("NAMED", "Officials");
    await add("VAGUE", "complained");
    await add("VAGUE", "creeping");
    await add("LOADED", "expansion");
    const dropped = withTag("VAGUE", { isRetired: true });
    const next = {
      ...dropped,
      families: dropped.families.map((family) => ({
        ...family,
        tags: family.tags.map((tag) =>
          tag.id === "NAMED" ? { ...tag, definition: "A person by name." } : tag,
        ),
      })),
    };
    const published = await publishCodebook(actors.admin, projectId, next, { baseNumber: 1 });
    expect(published.changes.map(({ id, kind }) => [id, kind])).toEqual([
      ["NAMED", "changed"],
      ["VAGUE", "retired"],
    ]);
    const touched = [
      { tagId: "NAMED", isRetired: false, isRedefined: true, nSpans: 1 },
      { tagId: "VAGUE", isRetired: true, isRedefined: false, nSpans: 2 },
    ];
    expect(published.touched).toEqual(touched);
    expect(await countTouchedByCurrent(actors.admin, projectId)).toEqual(touched);

    const first = await listSpansTouched(actors.admin, projectId, { limit: 2 });
    expect(first.items).toHaveLength(2);
    const cursor = first.nextCursor ?? "";
    const rest = await listSpansTouched(actors.admin, projectId, { limit: 2, cursor });
    expect(rest.nextCursor).toBeNull();
    const all = [...first.items, ...rest.items];
    expect(all.map(({ tagId }) => tagId).sort()).toEqual(["NAMED", "VAGUE", "VAGUE"]);
    expect(all[0]).toMatchObject({ assignmentId, annotator: "A01", codebookVersion: 1 });
    const vague = await listSpansTouched(actors.admin, projectId, { limit: 50, tag: "VAGUE" });
    expect(vague.items).toHaveLength(2);

    const layer = await getAssignment(actors.annotator, assignmentId);
    expect(layer.codebookVersion).toBe(1);
    expect(layer.spans).toHaveLength(4);
  });

  it("stamps new assignments with the newest version, which refuses retired tags", async () => {
    const project = await begin();
    const { projectId, actors } = project;
    await publishCodebook(actors.admin, projectId, withTag("VAGUE", { isRetired: true }));
    const { assignmentIds } = await assignArticle(project);
    const later = at(assignmentIds, 0);
    expect((await getAssignment(actors.annotator, later)).codebookVersion).toBe(2);
    const { results } = await project.add("VAGUE", "Officials", later);
    expect(results[0]).toMatchObject({ result: "rejected", problem: { code: "retired_tag" } });
    // Work that was begun before goes on under its own version.
    const begun = await project.add("VAGUE", "Officials");
    expect(begun.results[0]?.result).toBe("applied");
    const { items } = await listCodebookVersions(actors.admin, projectId, { limit: 50 });
    expect(
      items.map(({ number, nAssignments, nRetired, nChanges }) => {
        return { number, nAssignments, nRetired, nChanges };
      }),
    ).toEqual([
      { number: 2, nAssignments: 1, nRetired: 1, nChanges: 1 },
      { number: 1, nAssignments: 1, nRetired: 0, nChanges: null },
    ]);
  });

  it("pages through versions without losing their differences", async () => {
    const { projectId, actors } = await makeProject({ nAnnotators: 0 });
    for (const definition of ["One.", "Two.", "Three."]) {
      await publishCodebook(actors.admin, projectId, withTag("NAMED", { definition }));
    }
    const seen: [number, number | null][] = [];
    let cursor: string | undefined;
    do {
      const page = await listCodebookVersions(actors.admin, projectId, {
        limit: 1,
        ...(cursor ? { cursor } : {}),
      });
      seen.push(
        ...page.items.map(({ number, nChanges }) => [number, nChanges] as [number, number]),
      );
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([
      [4, 1],
      [3, 1],
      [2, 1],
      [1, null],
    ]);
    const reader = await makeMember(actors.admin, projectId, "annotator");
    const { changes } = await compareCodebooks(reader, projectId, { from: 1, to: 4 });
    expect(changes).toMatchObject([
      { id: "NAMED", kind: "changed", fields: [{ field: "definition", after: "Three." }] },
    ]);
  });
});
