import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";

import { articleFiles, tableNames } from "../domain/formats/export-files";
import { getMe } from "./accounts";
import { decide } from "./decisions";
import { openExport } from "./exports";
import { addMember } from "./members";
import { createRelease } from "./releases";
import { at, makeProject } from "./testing/make-project";
import { makeReviewedProject } from "./testing/make-reviewed-project";
import { asked, parseStrictly, readExport, readExportBytes } from "./testing/read-export";
import { sql } from "./testing/sql";
import { unpackRelease } from "./testing/unpack-release";

const secret = "Ask Zofia about this";
const layers = [
  [{ quote: "complained", tagId: "LOADED", attributes: { note: secret, intensity: 2 } }],
  [{ quote: "complained of", tagId: "LOADED", attributes: { note: secret } }],
];

async function open() {
  const project = await makeReviewedProject(layers);
  const { actors, disagreementId } = project;
  const decision = { id: uuidv7(), outcome: "both_defensible", baseRevision: 0 } as const;
  await decide(actors.reviewer, disagreementId, { ...decision, comment: "Either will do" });
  return project;
}

const csvFiles = tableNames.map((name) => `${name}.csv` as const);

describe("annotators' notes", () => {
  it("are left out, and the dictionary says so, until they are asked for", async () => {
    const { actors, projectId } = await open();
    const holding = async (notes: boolean) => {
      const found: string[] = [];
      for (const file of [...csvFiles, ...articleFiles]) {
        const bytes = await readExportBytes(actors.researcher, projectId, file, { notes });
        if (Buffer.from(bytes).includes(secret)) found.push(file);
      }
      return found;
    };
    expect(await holding(false)).toEqual([]);
    expect(await holding(true)).toEqual([
      ...["annotations.csv", "gold.csv"],
      "web-annotations.jsonld",
    ]);
    const dictionary = await readExport(actors.researcher, projectId, "datapackage.json");
    expect(dictionary.match(/empty unless asked for with notes=true/g)?.length).toBe(2);
    const gold = parseStrictly(await readExport(actors.researcher, projectId, "gold.csv"));
    expect(new Set(gold.map(({ comment }) => comment))).toEqual(new Set(["Either will do"]));
  });

  it("are in a release only if it was made so", async () => {
    const { actors, projectId } = await open();
    for (const notes of [false, true]) {
      const { id } = await createRelease(actors.researcher, projectId, { notes });
      const { paths, textOf } = await unpackRelease(actors.researcher, projectId, id);
      const holding = paths.filter((path) => textOf(path).includes(secret));
      expect(holding.length > 0).toBe(notes);
    }
  });
});

describe("identities", () => {
  it("are for an admin who asks, in one file, and it is recorded", async () => {
    const { actors, projectId, annotators } = await open();
    const query = asked({ identities: true });
    const refused = openExport(actors.researcher, projectId, "annotators.csv", query);
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
    const other = openExport(actors.admin, projectId, "annotations.csv", query);
    await expect(other).rejects.toMatchObject({ code: "invalid" });

    const csv = await readExport(actors.admin, projectId, "annotators.csv", { identities: true });
    const rows = parseStrictly(csv);
    const { email, name } = await getMe(at(annotators, 0));
    expect(rows).toContainEqual(expect.objectContaining({ annotator_id: "A01", email, name }));
    expect(rows.some(({ role }) => role === "reviewer")).toBe(true);
    const events = await sql<{ detail: { identities: boolean } }>(
      `SELECT detail FROM "AuditEvent" WHERE "projectId" = $1 AND "actorId" = $2
       AND action = 'export.downloaded'`,
      [projectId, actors.admin.userId],
    );
    expect(events).toMatchObject([{ detail: { identities: true } }]);
  });

  it("of one person in two projects can't be told from exports", async () => {
    const first = await open();
    const second = await makeProject({ nAnnotators: 0 });
    const shared = at(first.annotators, 1);
    const { email } = await getMe(shared);
    await addMember(second.actors.admin, second.projectId, { email, role: "annotator" });
    const cellsOf = async ({ actors, projectId }: typeof second) => {
      const rows = parseStrictly(await readExport(actors.admin, projectId, "annotators.csv"));
      return rows.map(({ annotator_id, joined_at }) => ({ annotator_id, joined_at }));
    };
    const [theirs] = await cellsOf(second);
    expect(theirs?.annotator_id).toBe("A01");
    const before = await cellsOf(first);
    expect(before[1]?.annotator_id).toBe("A02");
    expect(before.map((row) => row.joined_at)).not.toContain(theirs?.joined_at);
  });
});

it("soft labels tell “both defensible” from error, and keep every vote", async () => {
  const { actors, projectId, disagreementId, currentRevision } = await open();
  const yes = async () => {
    const rows = parseStrictly(await readExport(actors.researcher, projectId, "soft_labels.csv"));
    return rows.filter(({ n_yes }) => n_yes !== "0");
  };
  expect(await yes()).toMatchObject([{ n_yes: "2", n_defensible: "2", n_error: "0" }]);
  await decide(actors.reviewer, disagreementId, {
    ...{ id: uuidv7(), outcome: "reject", baseRevision: await currentRevision() },
  });
  expect(await yes()).toMatchObject([{ n_yes: "2", n_defensible: "0", n_error: "2" }]);
});
