import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";

import { getMe } from "./accounts";
import { getAssignment, listProjectAssignments, listQueue } from "./assignments";
import { acceptInvite, describeInvite } from "./invites";
import { addMember, listMembers, removeMember } from "./members";
import { createProject, getProject, listProjects, updateProject } from "./projects";
import { makeReviewedProject } from "./testing/make-reviewed-project";
import { at, makeMember, makePerson, makeProject, password } from "./testing/make-project";
import { sql } from "./testing/sql";

const newName = { name: "Bea Example" };

/** An invite's secret as its link carries it, and the address it is for. */
async function invite(email = `${uuidv7()}@example.org`) {
  const { projectId, actors } = await makeProject({ nAnnotators: 0 });
  const { inviteUrl } = await addMember(actors.admin, projectId, { email, role: "reviewer" });
  const secret = new URL(inviteUrl ?? "").hash.slice(1);
  return { projectId, actors, email, secret };
}

async function membersOf(projectId: string) {
  return sql<{ userId: string; role: string; pseudonym: string; isRemoved: boolean }>(
    `SELECT "userId", role::text, pseudonym, "removedAt" IS NOT NULL AS "isRemoved"
     FROM "Membership" WHERE "projectId" = $1 ORDER BY pseudonym`,
    [projectId],
  );
}

describe("an invite", () => {
  it("makes the account and the membership that it promised", async () => {
    const { projectId, email, secret } = await invite();
    expect(await describeInvite(secret)).toMatchObject({
      ...{ email, role: "reviewer", hasAccount: false, projectName: "A test project" },
    });
    expect(await acceptInvite({ secret, password, ...newName })).toEqual({ email });
    const [user] = await sql<{ id: string }>(`SELECT id FROM "User" WHERE email = $1`, [email]);
    const me = await getMe({ userId: user?.id ?? "" });
    expect(me).toMatchObject({
      ...{ name: newName.name, mayCreateProjects: false },
      memberships: [{ projectId, role: "reviewer" }],
    });
  });

  it("works once", async () => {
    const { secret } = await invite();
    await acceptInvite({ secret, password, ...newName });
    await expect(describeInvite(secret)).rejects.toMatchObject({ code: "not_found" });
    await expect(acceptInvite({ secret, password })).rejects.toMatchObject({ code: "not_found" });
  });

  it("works once, also for several who use it at the same moment", async () => {
    const { projectId, secret } = await invite();
    const settled = await Promise.allSettled(
      [1, 2, 3].map(() => acceptInvite({ secret, password, ...newName })),
    );
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of settled) {
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "not_found" });
    }
    const members = await membersOf(projectId);
    expect(members.filter(({ role }) => role === "reviewer")).toHaveLength(2);
  });

  it("expires", async () => {
    const { email, secret } = await invite();
    await sql(`UPDATE "Invite" SET "expiresAt" = now() - interval '1 second' WHERE email = $1`, [
      email,
    ]);
    await expect(describeInvite(secret)).rejects.toMatchObject({ code: "not_found" });
    await expect(acceptInvite({ secret, password, ...newName })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("is stored as a hash, never as what the link says", async () => {
    const { email, secret } = await invite();
    const rows = await sql<{ row: string }>(
      `SELECT "Invite"::text AS row FROM "Invite" WHERE email = $1
       UNION ALL SELECT "AuditEvent"::text FROM "AuditEvent" WHERE subject = $1`,
      [email],
    );
    expect(rows).toHaveLength(2);
    for (const { row } of rows) expect(row).not.toContain(secret);
    await expect(describeInvite(`${secret}x`)).rejects.toMatchObject({ code: "not_found" });
  });

  it("needs the password of who made an account since, and a name of who has none", async () => {
    const { email, secret } = await invite();
    await expect(acceptInvite({ secret, password })).rejects.toMatchObject({
      details: { errors: [{ path: "name" }] },
    });
    const elsewhere = await invite(email);
    await acceptInvite({ secret: elsewhere.secret, password, ...newName });
    await expect(acceptInvite({ secret, password: "not the password" })).rejects.toMatchObject({
      details: { errors: [{ path: "password" }] },
    });
    expect(await acceptInvite({ secret, password })).toEqual({ email });
  });
});

describe("a member who is removed", () => {
  it.each(["an invite", "an admin"])(
    "who came by %s can't come back by an earlier invite",
    async (way) => {
      const { projectId, actors, email, secret } = await invite();
      if (way === "an invite") {
        const { inviteUrl } = await addMember(actors.admin, projectId, { email, role: "admin" });
        const second = new URL(inviteUrl ?? "").hash.slice(1);
        await acceptInvite({ secret: second, password, ...newName });
      } else {
        await acceptInvite({ secret: (await invite(email)).secret, password, ...newName });
        await addMember(actors.admin, projectId, { email, role: "annotator" });
      }
      const [user] = await sql<{ id: string }>(`SELECT id FROM "User" WHERE email = $1`, [email]);
      await removeMember(actors.admin, projectId, user?.id ?? "");
      await expect(acceptInvite({ secret, password })).rejects.toMatchObject({ code: "not_found" });
    },
  );

  it("keeps their work, their pseudonym and their place, and sees nothing any more", async () => {
    const { projectId, actors, annotators, assignmentIds } = await makeReviewedProject();
    const [leaving, assignmentId] = [at(annotators, 0), at(assignmentIds, 0)];
    expect(await removeMember(actors.admin, projectId, leaving.userId)).toEqual({ removed: true });
    expect(await removeMember(actors.admin, projectId, leaving.userId)).toEqual({ removed: false });

    await expect(getAssignment(leaving, assignmentId)).rejects.toMatchObject({ code: "not_found" });
    expect((await listQueue(leaving, { limit: 50 })).items).toEqual([]);
    expect((await getMe(leaving)).memberships).toEqual([]);
    const { items } = await listProjectAssignments(actors.admin, projectId, { limit: 50 });
    expect(items.find(({ id }) => id === assignmentId)).toMatchObject({
      ...{ status: "submitted", nSpans: 1 },
    });
    const members = await listMembers(actors.admin, projectId);
    expect(members.items.find(({ userId }) => userId === leaving.userId)).toMatchObject({
      ...{ isRemoved: true, pseudonym: "A01", nSubmitted: 1 },
    });
  });

  it("gets the same pseudonym when they come back, and nobody else gets it meanwhile", async () => {
    const { projectId, actors, annotators } = await makeProject();
    const email = (await getMe(at(annotators, 0))).email;
    await removeMember(actors.admin, projectId, at(annotators, 0).userId);
    await makeMember(actors.admin, projectId, "annotator");
    await addMember(actors.admin, projectId, { email, role: "annotator" });
    const rows = (await membersOf(projectId)).filter(({ role }) => role === "annotator");
    expect(rows.map(({ pseudonym }) => pseudonym)).toEqual(["A01", "A02", "A03"]);
    expect(rows[0]).toMatchObject({ userId: at(annotators, 0).userId, isRemoved: false });
  });

  it("of another project stays there", async () => {
    const [here, there] = [await makeProject(), await makeProject()];
    const { userId } = there.actors.reviewer;
    expect(await removeMember(here.actors.admin, here.projectId, userId)).toEqual({
      removed: false,
    });
    expect(await getProject(there.actors.reviewer, there.projectId)).toMatchObject({
      role: "reviewer",
    });
  });
});

describe("a project", () => {
  it("draws no pseudonym twice when several are added at the same moment", async () => {
    const { projectId, actors } = await makeProject({ nAnnotators: 0 });
    const people = await Promise.all(Array.from({ length: 6 }, () => makePerson()));
    await Promise.all(
      people.map(({ email }) => addMember(actors.admin, projectId, { email, role: "annotator" })),
    );
    const pseudonyms = (await membersOf(projectId)).map(({ pseudonym }) => pseudonym);
    expect(new Set(pseudonyms).size).toBe(9);
  });

  it("keeps an admin: the last one can't leave or change their own role", async () => {
    const { projectId, actors } = await makeProject();
    const { email } = await getMe(actors.admin);
    await expect(removeMember(actors.admin, projectId, actors.admin.userId)).rejects.toMatchObject({
      ...{ code: "invalid", details: { reason: "last_admin" } },
    });
    await expect(
      addMember(actors.admin, projectId, { email, role: "annotator" }),
    ).rejects.toMatchObject({ code: "invalid", details: { reason: "own_role" } });
  });

  it.each(["removeMember", "addMember"] as const)(
    "keeps an admin when two take the right from each other at the same moment with %s",
    async (way) => {
      for (let round = 0; round < 4; round += 1) {
        const { projectId, actors } = await makeProject({ nAnnotators: 0 });
        const other = await makeMember(actors.admin, projectId, "admin");
        const take = async (from: { userId: string }, by: { userId: string }) => {
          const { email } = await getMe(from);
          return way === "removeMember"
            ? removeMember(by, projectId, from.userId)
            : addMember(by, projectId, { email, role: "annotator" });
        };
        await Promise.allSettled([take(other, actors.admin), take(actors.admin, other)]);
        const admins = (await membersOf(projectId)).filter(
          ({ role, isRemoved }) => role === "admin" && !isRemoved,
        );
        expect(admins).toHaveLength(1);
      }
    },
  );

  it("is made only by who may, who is its admin, and is listed for its members only", async () => {
    const [may, mayNot] = [await makePerson({ mayCreateProjects: true }), await makePerson()];
    await expect(createProject(mayNot, { name: "Mine" })).rejects.toMatchObject({
      code: "forbidden",
    });
    const { id } = await createProject(may, { name: "Mine" });
    const list = await listProjects(may, { limit: 50 });
    expect(list.items).toMatchObject([{ id, role: "admin", counts: { members: 1 } }]);
    expect((await listProjects(mayNot, { limit: 50 })).items).toEqual([]);
  });

  it("changes the settings that are given and leaves the others", async () => {
    const { projectId, actors } = await makeProject();
    const before = await getProject(actors.admin, projectId);
    const after = await updateProject(actors.admin, projectId, { annotatorsPerArticle: 3 });
    expect(after.editTag).not.toBe(before.editTag);
    expect(after).toEqual({ ...before, annotatorsPerArticle: 3, editTag: after.editTag });
  });
});
