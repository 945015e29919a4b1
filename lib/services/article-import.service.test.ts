import { createHash } from "node:crypto";

import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";

import type { Actor } from "../domain/access/actor";
import { importArticles } from "./article-import";
import { listArticles } from "./articles";
import { sourceOfBytes } from "./import/source";
import type { UploadedFile } from "./import/uploaded-file";
import { articleFile, articleText, makeProject } from "./testing/make-project";
import { sql } from "./testing/sql";

const store = { dryRun: false, partial: false };

async function open() {
  const { projectId, actors } = await makeProject({ nAnnotators: 0 });
  const upload = (
    files: UploadedFile[],
    options: Partial<Parameters<typeof importArticles>[3]> = {},
  ) => importArticles(actors.admin, projectId, files.map(sourceOfBytes), { ...store, ...options });
  const listed = async (actor: Actor = actors.admin) =>
    (await listArticles(actor, projectId, { limit: 200 })).items;
  return { projectId, actors, upload, listed };
}

function broken(name = "broken.txt"): UploadedFile {
  const text = "A title\nnot a date\nhttps://example.org\nText";
  return { name, bytes: new TextEncoder().encode(text) };
}

describe("an import", () => {
  it("stores each text as it is, with its date, source and hash", async () => {
    const { projectId, upload } = await open();
    const { imported, errors } = await upload([articleFile("one", "one.txt")]);
    expect(errors).toEqual([]);
    const [row] = await sql<Record<string, unknown>>(
      `SELECT id, title, body, url, outlet, "publishedOn"::text, sha256, "externalId"
       FROM "Article" WHERE "projectId" = $1`,
      [projectId],
    );
    const body = [...articleText.paragraphs, "one"].join("\n\n");
    expect(row).toEqual({
      ...{ id: imported[0]?.id, title: articleText.title, body, externalId: "one" },
      ...{ url: "https://www.example.org/news", outlet: "example.org" },
      publishedOn: "2026-01-31",
      sha256: createHash("sha256").update(body).digest("hex"),
    });
  });

  it("as a dry run says what would happen and writes nothing", async () => {
    const { projectId, upload, listed } = await open();
    const files = [articleFile("one"), articleFile("two"), articleFile("one", "again.txt")];
    const dry = await upload(files, { dryRun: true });
    expect(dry).toMatchObject({ dryRun: true, errors: [], duplicates: [{ file: "again.txt" }] });
    expect(dry.imported).toHaveLength(2);
    expect(await listed()).toEqual([]);
    const events = await sql(
      `SELECT id FROM "AuditEvent" WHERE "projectId" = $1 AND action = 'articles.imported'`,
      [projectId],
    );
    expect(events).toEqual([]);
  });

  it("stores a text once, also under another name and title", async () => {
    const { upload, listed } = await open();
    const { imported } = await upload([articleFile("one")]);
    const { bytes } = articleFile("one");
    const retitled = new TextDecoder().decode(bytes).replace(articleText.title, "Another title");
    const again = await upload([
      { name: "copy.txt", bytes },
      { name: "retitled.txt", bytes: new TextEncoder().encode(retitled) },
    ]);
    const articleId = imported[0]?.id;
    expect(again.imported).toEqual([]);
    expect(again.duplicates).toEqual([
      { file: "copy.txt", articleId },
      { file: "retitled.txt", articleId },
    ]);
    expect(await listed()).toHaveLength(1);
  });

  it("stores a text once when it is sent twice at the same moment", async () => {
    const { upload, listed } = await open();
    const send = () => upload([articleFile("one")]);
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ imported }) => imported.length).sort()).toEqual([0, 0, 1]);
    expect(answers.flatMap(({ duplicates }) => duplicates)).toHaveLength(2);
    expect(await listed()).toHaveLength(1);
  });

  it("takes the same text into two projects", async () => {
    const [here, there] = [await open(), await open()];
    await here.upload([articleFile("one")]);
    expect((await there.upload([articleFile("one")])).imported).toHaveLength(1);
  });

  it("gives another text of the same file name an external id of its own", async () => {
    const { upload, listed } = await open();
    await upload([articleFile("one", "news.txt"), articleFile("two", "folder/news.txt")]);
    await upload([articleFile("three", "news.txt")]);
    const ids = (await listed()).map(({ externalId }) => externalId);
    expect(ids[0]).toBe("news");
    expect(new Set(ids).size).toBe(3);
  });

  it("refuses one id for two texts of an upload, and names what an id taken before became", async () => {
    const { upload, listed } = await open();
    const table = (...rows: string[]) => [
      { name: "n.csv", bytes: new TextEncoder().encode(["id,title,text", ...rows].join("\n")) },
    ];
    const twice = await upload(table("7,A,First text.", "7,B,Second text.", "7,A,First text."));
    expect(twice).toMatchObject({
      imported: [],
      errors: [{ file: "n.csv", line: 3, message: expect.stringContaining("in line 2") as string }],
    });
    expect(await listed()).toEqual([]);
    await upload(table("7,A,First text."));
    const { imported } = await upload(table("7,B,Second text.", "8,C,Third text."));
    expect(imported.map(({ storedAs }) => storedAs ?? null)).toEqual([
      expect.stringMatching(/^7-[0-9a-f]{12}$/),
      null,
    ]);
  });

  it("with an error in one of many files names file and line, and imports nothing", async () => {
    const { upload, listed } = await open();
    const answer = await upload([articleFile("one"), broken(), articleFile("two")]);
    expect(answer).toMatchObject({ imported: [], errors: [{ file: "broken.txt", line: 2 }] });
    expect(await listed()).toEqual([]);
  });

  it("with an error in one of many files imports the others when asked to", async () => {
    const { upload, listed } = await open();
    const files = [articleFile("one"), broken(), articleFile("two")];
    const answer = await upload(files, { partial: true });
    expect(answer.imported).toHaveLength(2);
    expect(answer.errors).toHaveLength(1);
    expect(await listed()).toHaveLength(2);
  });
});

describe("texts that are nearly the same", () => {
  const paragraph = (mark: string) =>
    Array.from({ length: 120 }, (_, at) => `word${at}${mark}`).join(" ");
  const wire = (name: string, mark: string, extra = ""): UploadedFile => ({
    name,
    bytes: new TextEncoder().encode(`Title ${name}\n\n\n${paragraph(mark)}\n${extra}`),
  });

  it("are stored and named, whether the other was there before or comes with them", async () => {
    const { upload, listed, projectId } = await open();
    const [first] = (await upload([wire("one.txt", "a")])).imported;
    const dry = await upload([wire("two.txt", "a", "By an agency.")], { dryRun: true });
    expect(dry.nearDuplicates).toMatchObject([{ file: "two.txt", otherId: first?.id }]);
    const { imported, duplicates, nearDuplicates } = await upload([
      wire("two.txt", "a", "By an agency."),
      wire("other.txt", "b"),
      wire("three.txt", "b", "With one line more."),
    ]);
    expect(imported).toHaveLength(3);
    expect(duplicates).toEqual([]);
    expect(nearDuplicates).toMatchObject([
      {
        file: "two.txt",
        articleId: imported[0]?.id,
        otherId: first?.id,
        otherTitle: "Title one.txt",
      },
      { file: "three.txt", articleId: imported[2]?.id, otherId: imported[1]?.id },
    ]);
    for (const { resemblance } of nearDuplicates) expect(resemblance).toBeGreaterThan(0.9);
    expect(await listed()).toHaveLength(4);
    const rows = await sql(`SELECT 1 FROM "NearDuplicate" WHERE "projectId" = $1`, [projectId]);
    expect(rows).toHaveLength(2);
  });

  it("aren't looked for in other projects", async () => {
    const [here, there] = [await open(), await open()];
    await there.upload([wire("one.txt", "a")]);
    expect((await here.upload([wire("two.txt", "a", "More.")])).nearDuplicates).toEqual([]);
  });
});

describe("the language of an article", () => {
  it("is what the file says, else what its text is told to be", async () => {
    const { upload, listed } = await open();
    const polish = "Prezydent ogłosił, że rząd będzie musiał podjąć decyzję w sprawie gwarancji.";
    const text = `title,text,language\nA,${polish.replaceAll(",", "")},\nB,Some words in English.,cs\nC,1234 5678,`;
    await upload([{ name: "a.csv", bytes: new TextEncoder().encode(text) }]);
    expect((await listed()).map(({ language }) => language)).toEqual(["pl", "cs", "und"]);
  });
});

describe("the list of articles", () => {
  it("comes in pages that hold every article once", async () => {
    const { projectId, actors, upload } = await open();
    await upload(["a", "b", "c", "d", "e"].map((mark) => articleFile(mark)));
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const request = { limit: 2, ...(cursor ? { cursor } : {}) };
      const page = await listArticles(actors.researcher, projectId, request);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });

  it("shows nothing of another project, whatever cursor is given", async () => {
    const [here, there] = [await open(), await open()];
    await here.upload([articleFile("mine")]);
    const foreign = await there.upload([articleFile("one"), articleFile("two")]);
    for (const { id: cursor } of foreign.imported) {
      const page = await listArticles(here.actors.admin, here.projectId, { limit: 50, cursor });
      expect(page.items.filter(({ externalId }) => externalId !== "mine")).toEqual([]);
    }
  });

  it("is searched by title, source and file name, where % and _ are themselves", async () => {
    const { projectId, actors, upload } = await open();
    await upload([articleFile("one", "alpha_1.txt"), articleFile("two", "alphaX1.txt")]);
    const found = async (search: string) =>
      (await listArticles(actors.admin, projectId, { limit: 50, search })).items.length;
    expect(await found("RELUCTANT")).toBe(2);
    expect(await found("example.org")).toBe(2);
    expect(await found("alphaX")).toBe(1);
    expect(await found("alpha_1")).toBe(1);
    expect(await found("%")).toBe(0);
    expect(await found("alpha\\_1")).toBe(0);
  });
});

describe("an import of other formats", () => {
  const csv = (...rows: string[]) => ({
    name: "news.csv",
    bytes: new TextEncoder().encode(["id,Kopf,text,date,lang", ...rows].join("\n")),
  });
  const columns = { title: "Kopf" };

  it("stores the rows of a table with their ids, and names lines for what is wrong", async () => {
    const { projectId, upload, listed } = await open();
    const file = csv("n7,A title,Some text.,2026-01-31,en", "n8,Other,,x,en");
    const refused = await upload([file], { columns });
    expect(refused.errors.map(({ line }) => line)).toEqual([3, 3]);
    expect(await listed()).toEqual([]);
    const { imported } = await upload([file], { columns, partial: true });
    expect(imported).toMatchObject([{ file: "news.csv", line: 2, title: "A title" }]);
    const rows = await sql(
      `SELECT "externalId", language, "publishedOn"::text FROM "Article" WHERE "projectId" = $1`,
      [projectId],
    );
    expect(rows).toEqual([{ externalId: "n7", language: "en", publishedOn: "2026-01-31" }]);
  });

  it("names the rows that are duplicates", async () => {
    const { upload } = await open();
    const { duplicates } = await upload([csv("a,A,Same,,", "b,B,Same,,")], { columns });
    expect(duplicates).toMatchObject([{ file: "news.csv", line: 3 }]);
  });

  it("opens an archive and stores all of it, or nothing", async () => {
    const { upload, listed } = await open();
    const good = articleFile("one").bytes;
    const zip = (files: Record<string, Uint8Array>) => ({ name: "all.zip", bytes: zipSync(files) });
    const { errors } = await upload([zip({ "a.txt": good, "b.txt": broken().bytes })]);
    expect(errors).toMatchObject([{ file: "all.zip/b.txt", line: 2 }]);
    expect(await listed()).toEqual([]);
    await upload([zip({ "a.txt": good, "b.csv": csv("b,B,Text,,").bytes })], { columns });
    expect((await listed()).map(({ externalId }) => externalId)).toEqual(["a", "b"]);
  });
});
