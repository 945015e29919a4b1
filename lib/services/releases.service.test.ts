import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";

import { tableNames } from "../domain/formats/export-files";
import { decide } from "./decisions";
import { openReleaseFile } from "./release-downloads";
import { createRelease, listReleases } from "./releases";
import { reopenAssignment } from "./submission";
import { at, makeArticles } from "./testing/make-project";
import { makeReviewedProject, type ReviewedProject } from "./testing/make-reviewed-project";
import { parseStrictly, readExport } from "./testing/read-export";
import { sql, withClient } from "./testing/sql";
import { runScript, sha256, unpackRelease } from "./testing/unpack-release";

const layers = [
  [
    { quote: "complained", tagId: "LOADED" },
    { quote: "👩‍👩‍👧 plans", tagId: "LABEL" },
    { quote: "reluctant", tagId: "LOADED", segment: "title" },
  ],
  [{ quote: "Naïve", tagId: "LOADED" }],
] as const;

const checks = ["check.py", "check.mjs"] as const;

async function open({ notes = false } = {}) {
  const project = await makeReviewedProject(layers);
  const { actors, projectId } = project;
  const release = await createRelease(actors.researcher, projectId, { notes });
  const unpack = (id = release.id, kind: "full" | "text_free" = "full") =>
    unpackRelease(actors.researcher, projectId, id, kind);
  return { project, release, unpack, projectId, actors };
}

async function changeEverything(project: ReviewedProject) {
  const { actors, disagreementId, currentRevision, assignmentIds } = project;
  const baseRevision = await currentRevision();
  const input = { id: uuidv7(), outcome: "reject", baseRevision } as const;
  await decide(actors.reviewer, disagreementId, input);
  await reopenAssignment(actors.admin, at(assignmentIds, 0));
  await makeArticles(project);
}

describe("a release", () => {
  it("has the bytes it was listed with, for ever, whatever changes later", async () => {
    const { project, release, unpack, projectId, actors } = await open();
    const [first, textFree] = [await unpack(), await unpack(release.id, "text_free")];
    expect(first.sha256).toBe(release.full.sha256);
    expect(first.bytes).toHaveLength(release.full.nBytes);
    expect(first.paths).toHaveLength(release.full.nFiles);
    expect(textFree.sha256).toBe(release.textFree.sha256);
    expect(textFree.bytes).toHaveLength(release.textFree.nBytes);

    await changeEverything(project);
    const second = await createRelease(actors.admin, projectId, { notes: false });
    expect(second.full.sha256).not.toBe(release.full.sha256);
    expect((await unpack()).sha256).toBe(release.full.sha256);
    expect((await unpack(release.id, "text_free")).sha256).toBe(release.textFree.sha256);
    const { items } = await listReleases(actors.researcher, projectId, { limit: 50 });
    expect(items).toEqual([second, release]);
    expect(items.map(({ number }) => number)).toEqual([2, 1]);
  });

  it("has the very files that the exports gave at that moment", async () => {
    const { unpack, projectId, actors } = await open();
    const { textOf } = await unpack();
    for (const file of tableNames.map((name) => `${name}.csv` as const)) {
      expect(textOf(file), file).toBe(await readExport(actors.researcher, projectId, file));
    }
  });

  it("holds what its own checks ask for, until a byte changes", async () => {
    const { unpack, project } = await open();
    const unpacked = await unpack();
    for (const script of checks) {
      const { code, output } = await runScript(unpacked, script);
      expect({ script, code, output }).toMatchObject({ code: 0 });
      expect(output).toMatch(/, [1-9]\d* quotes, 0 errors/);
    }
    const textPath = path.join(unpacked.folder, "texts", `${project.articleId}.txt`);
    writeFileSync(textPath, `x${unpacked.textOf(`texts/${project.articleId}.txt`)}`);
    for (const script of checks) {
      const { code, output } = await runScript(unpacked, script);
      expect(code, output).toBe(1);
      expect(output).toContain(`changed: texts/${project.articleId}.txt`);
      expect(output).toContain("the quote is not at its place");
    }
  });

  it("gives out single files, with the hash that SHA256SUMS says", async () => {
    const { release, unpack, projectId, actors } = await open();
    const sums = (await unpack()).textOf("SHA256SUMS").trimEnd().split("\n");
    expect(sums).toHaveLength(release.full.nFiles - 1);
    for (const line of sums) {
      const [hash = "", name = ""] = line.split("  ");
      const where = { path: name, kind: "full" as const };
      const file = await openReleaseFile(actors.admin, projectId, release.id, where);
      const bytes = new Uint8Array(await new Response(file.body).arrayBuffer());
      expect([sha256(bytes), file.sha256, bytes.length]).toEqual([hash, hash, file.nBytes]);
    }
    for (const name of ["nothing.csv", "../README.md", "reattach.py", "texts"]) {
      const where = { path: name, kind: "full" as const };
      await expect(
        openReleaseFile(actors.admin, projectId, release.id, where),
      ).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("says what differs from the last one, row by row", async () => {
    const { project, projectId, actors, unpack } = await open();
    expect((await unpack()).textOf("CHANGES.md")).toContain("This is the first release.");
    await changeEverything(project);
    const second = await createRelease(actors.admin, projectId, { notes: false });
    const { textOf } = await unpack(second.id);
    expect(textOf("CHANGES.md")).toContain("| annotations.csv | 4 | 1 | 0 | 3 | 0 |");
    expect(textOf("CHANGES.md")).toContain("| articles.csv | 1 | 2 | 1 | 0 | 1 |");
    const changes = parseStrictly(textOf("changes.csv"));
    expect(changes).toContainEqual({
      ...{ file: "articles.csv", change: "changed", key: project.articleId },
    });
    const third = await createRelease(actors.admin, projectId, { notes: false });
    expect(parseStrictly((await unpack(third.id)).textOf("changes.csv"))).toEqual([]);
  });

  it("is one at a time: of two at once, one is told to wait", async () => {
    const { projectId, actors } = await open();
    const settled = await Promise.allSettled(
      [1, 2].map(() => createRelease(actors.admin, projectId, { notes: false })),
    );
    const refused = settled.filter(({ status }) => status === "rejected");
    expect(refused).toMatchObject([{ reason: { code: "conflict" } }]);
    const { items } = await listReleases(actors.admin, projectId, { limit: 50 });
    expect(items.map(({ number }) => number)).toEqual([2, 1]);
  });

  it("can't be changed or deleted in the database either", async () => {
    const { projectId } = await open();
    for (const statement of [
      `UPDATE "Release" SET note = 'other' WHERE "projectId" = $1`,
      `DELETE FROM "ReleaseFile" WHERE "projectId" = $1`,
      `UPDATE "ReleaseChunk" SET bytes = '' WHERE "projectId" = $1`,
    ]) {
      const change = withClient((client) => client.query(statement, [projectId]));
      await expect(change).rejects.toThrow("never changed or deleted");
    }
  });

  it("is in the audit trail with who made it and who took it", async () => {
    const { projectId, actors, release, unpack } = await open();
    await unpack();
    const events = await sql(
      `SELECT "actorId", action, detail FROM "AuditEvent"
       WHERE "projectId" = $1 AND subject = $2 ORDER BY id`,
      [projectId, release.id],
    );
    const actorId = actors.researcher.userId;
    expect(events).toEqual([
      { actorId, action: "release.made", detail: { number: 1, notes: false } },
      {
        ...{ actorId, action: "release.downloaded" },
        detail: { file: "package.zip", kind: "full" },
      },
    ]);
  });
});

describe("a package without texts", () => {
  it("has neither texts nor quotes, and passes its checks", async () => {
    const { release, unpack, project } = await open();
    const [full, unpacked] = [await unpack(), await unpack(release.id, "text_free")];
    expect(unpacked.paths.filter((name) => name.startsWith("texts/"))).toEqual([]);
    const sentence = "refusal is well known";
    const holding = ({ paths, textOf }: typeof full) =>
      paths.filter((name) => textOf(name).includes(sentence));
    expect(holding(full)).toContain(`texts/${project.articleId}.txt`);
    expect(holding(unpacked)).toEqual([]);
    const emptied = { quote: "", prefix: "", suffix: "" };
    const rows = parseStrictly(full.textOf("annotations.csv"));
    expect(parseStrictly(unpacked.textOf("annotations.csv"))).toEqual(
      rows.map((row) => ({ ...row, ...emptied })),
    );
    for (const script of checks) {
      const { code, output } = await runScript(unpacked, script);
      expect({ code, output }).toMatchObject({ code: 0 });
      expect(output).toContain("this package has no texts");
    }
  });

  it("gets its quotes back from the texts, and says which have drifted", async () => {
    const { release, unpack, project } = await open();
    const [full, bare] = [await unpack(), await unpack(release.id, "text_free")];
    const good = await runScript(bare, "reattach.py", [`${full.folder}/texts`, `${bare.folder}/a`]);
    expect(good).toMatchObject({ code: 0 });
    expect(good.output).toContain("1 texts fit, 0 drifted, 0 missing");
    const text = path.join(full.folder, "texts", `${project.articleId}.txt`);
    const body = full.textOf(`texts/${project.articleId}.txt`);
    const reattach = () =>
      runScript(bare, "reattach.py", [`${full.folder}/texts`, `${bare.folder}/a`]);
    writeFileSync(text, `\uFEFF${body.replaceAll("\n", "\r\n")}`);
    expect(await reattach()).toMatchObject({ code: 0 });
    writeFileSync(text, body.replace("creeping", "crawling"));
    const drifted = `drifted: ${project.articleId}.txt`;
    expect((await reattach()).output).toContain(`${drifted}: the text differs, at the same length`);
    writeFileSync(text, `${body}, and more`);
    const [nNow, nBefore] = [`${body}, and more`, body].map((one) => [...one].length);
    const lengths = `${String(nNow)} code points instead of ${String(nBefore)}`;
    expect((await reattach()).output).toContain(`${drifted}: ${lengths}`);
    rmSync(text);
    expect(await reattach()).toMatchObject({ code: 1 });
  });

  it("passes its checks with the folder of its quotes in it, which are checked too", async () => {
    const { release, unpack } = await open();
    const [full, bare] = [await unpack(), await unpack(release.id, "text_free")];
    const reattached = (name: string) =>
      readFileSync(path.join(bare.folder, "reattached", name), "utf8");
    expect(await runScript(bare, "reattach.py", [`${full.folder}/texts`])).toMatchObject({
      code: 0,
    });
    let nQuotes = 0;
    for (const name of ["annotations.csv", "gold.csv", "soft_labels.csv"]) {
      const rows = parseStrictly(reattached(name));
      expect(rows).toEqual(parseStrictly(full.textOf(name)));
      nQuotes += rows.length;
    }
    for (const script of checks) {
      const { code, output } = await runScript(bare, script);
      expect({ script, code, output }).toMatchObject({ code: 0 });
      expect(output).toContain(`reattached: ${String(nQuotes)} quotes, 0 rows without one`);
    }
    const moved = reattached("soft_labels.csv").replace("refusal", "denial");
    writeFileSync(path.join(bare.folder, "reattached", "soft_labels.csv"), moved);
    for (const script of checks) {
      const { code, output } = await runScript(bare, script);
      expect(code, script).toBe(1);
      expect(output).toMatch(
        /reattached\/soft_labels\.csv, row \d+: the quote is not at its place/,
      );
    }
  });

  it("passes them without the quotes of a text that drifted since, and says what is other", async () => {
    const { release, unpack, project } = await open();
    const [full, bare] = [await unpack(), await unpack(release.id, "text_free")];
    const args = [`${full.folder}/texts`, "mine/quotes"];
    expect(await runScript(bare, "reattach.py", args)).toMatchObject({ code: 0 });
    writeFileSync(path.join(full.folder, "texts", `${project.articleId}.txt`), "Another text.");
    expect(await runScript(bare, "reattach.py", args)).toMatchObject({ code: 1 });
    writeFileSync(path.join(bare.folder, "mine", "other.txt"), "");
    for (const script of checks) {
      const { output } = await runScript(bare, script);
      expect(output).toMatch(/mine\/quotes: \d+ quotes, [1-9]\d* rows without one/);
      expect(output).toContain("not listed: mine/other.txt");
      expect(output).toContain(", 1 errors");
    }
  });

  it("tells how its quotes are put back, and overwrites nothing of itself", async () => {
    const { release, unpack } = await open();
    const bare = await unpack(release.id, "text_free");
    const help = await runScript(bare, "reattach.py", ["--help"]);
    expect(help).toMatchObject({ code: 0 });
    expect(help.output).toContain("Usage: python3 reattach.py TEXTS [OUT]");
    expect(await runScript(bare, "reattach.py", [".", "."])).toMatchObject({ code: 1 });
    expect(await runScript(bare, "reattach.py", ["nowhere"])).toMatchObject({ code: 1 });
    expect(await runScript(bare, "check.py")).toMatchObject({ code: 0 });
  });
});
