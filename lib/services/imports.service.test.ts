import { gzipSync } from "node:zlib";

import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";

import { importPartBytes, mostPartsAtOnce } from "../contracts/imports";
import { previewArticles } from "./import-preview";
import { runImport, tidyImports } from "./import-run";
import { cancelImport, getImport, listImports, receivePart } from "./imports";
import { sql, withClient } from "./testing/sql";
import { hashBefore, openForUploads as open, reasons } from "./testing/upload-imports";

const rowsOf = (n: number, mark = "a") =>
  Array.from({ length: n }, (_, at) => `id${at},Title ${at},Text ${mark} ${at} of its own.`);
const csv = (n: number, mark?: string) => strToU8(["id,title,text", ...rowsOf(n, mark)].join("\n"));

/** How many bytes' parts are in the database: of an import that is over, none. */
async function leftovers(projectId: string) {
  const parts = await sql(`SELECT 1 FROM "ImportPart" WHERE "projectId" = $1`, [projectId]);
  return parts.length;
}

describe("an import in the background", () => {
  it("reads a table larger than its parts, and reports on every article", async () => {
    const { projectId, upload, report } = await open();
    const n = 700;
    const long = (at: number) =>
      Array.from({ length: 250 }, (_, word) => `w${at}x${word}`).join(" ");
    const rows = Array.from({ length: n }, (_, at) => `id${at},Title ${at},${long(at)}`);
    const done = await upload("news.csv", strToU8(["id,title,text", ...rows].join("\n")));
    expect(done.nBytes).toBeGreaterThan(importPartBytes);
    expect(done).toMatchObject({
      state: "done",
      nRead: n,
      nImported: n,
      nErrors: 0,
      problem: null,
    });
    const lines = (await report(done.id)).trim().split("\r\n");
    expect(lines).toHaveLength(n + 1);
    expect(lines[1]).toMatch(/^imported,news\.csv,2,,Title 0,/);
    expect(await leftovers(projectId)).toBe(0);
  });

  it("says under which id an article was stored when another has the one it came with", async () => {
    const { upload, report, listed } = await open();
    await upload("first.csv", csv(1));
    const second = await upload("second.csv", csv(1, "b"));
    const [first, renamed] = (await listed()).map(({ externalId }) => externalId);
    expect(first).toBe("id0");
    expect(renamed).toMatch(/^id0-[0-9a-f]{12}$/);
    expect(await report(second.id)).toContain(`stored as “${renamed}”: another article has its id`);
  });

  it("goes on with an upload that broke off, and takes a part twice for one", async () => {
    const { admin, projectId, begin, sendFrom, listed } = await open();
    const bytes = strToU8(`title,text\n"Long","${"word ".repeat(500_000)}"`);
    const first = await begin("long.csv", bytes);
    await sendFrom(first.id, bytes, 0, importPartBytes);
    const again = await begin("long.csv", bytes);
    expect(again).toMatchObject({ id: first.id, state: "uploading", nReceived: importPartBytes });
    await sendFrom(again.id, bytes, 0, importPartBytes);
    await expect(sendFrom(again.id, bytes, 2 * importPartBytes)).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(
      receivePart(admin, projectId, again.id, {
        ...{ at: importPartBytes, before: hashBefore(bytes, importPartBytes) },
        bytes: bytes.subarray(0, 10),
      }),
    ).rejects.toMatchObject({ code: "invalid" });
    await sendFrom(again.id, bytes, importPartBytes);
    await runImport({ projectId, importId: again.id });
    expect(await listed()).toMatchObject([{ title: "Long", nCodePoints: 2_500_000 }]);
  });

  it("takes a few parts at once, and none that is cut off or too much", async () => {
    const { admin, projectId, begin, listed } = await open();
    const bytes = strToU8(`title,text\n"Long","${"word ".repeat(990_000)}"`);
    const { id: importId } = await begin("long.csv", bytes);
    const send = (at: number, to: number) =>
      receivePart(admin, projectId, importId, {
        at,
        bytes: bytes.subarray(at, to),
      });
    for (const nBytes of [0, importPartBytes + 1, (mostPartsAtOnce + 1) * importPartBytes]) {
      await expect(send(0, nBytes)).rejects.toMatchObject({ code: "invalid" });
    }
    const { nReceived } = await send(0, mostPartsAtOnce * importPartBytes);
    expect(nReceived).toBe(mostPartsAtOnce * importPartBytes);
    const tooLong = new Uint8Array(2 * importPartBytes);
    await expect(
      receivePart(admin, projectId, importId, { at: nReceived, bytes: tooLong }),
    ).rejects.toMatchObject({ code: "invalid" });
    await send(nReceived, bytes.length);
    await runImport({ projectId, importId });
    expect(await listed()).toMatchObject([{ title: "Long", nCodePoints: 4_950_000 }]);
  });

  it("stores nothing when a line is wrong, and the others when asked to", async () => {
    const { upload, listed, report, projectId } = await open();
    const bytes = strToU8(["id,title,text", ...rowsOf(3), "x,,Text", "a,b"].join("\n"));
    const failed = await upload("news.csv", bytes);
    expect(failed).toMatchObject({ state: "failed", nErrors: 2, nImported: 0 });
    expect(await report(failed.id)).toMatch(/^error,news\.csv,5,,,There is no title/m);
    expect(await report(failed.id)).toMatch(/^error,news\.csv,6,,,"Row 5 has 2 cells/m);
    expect(await listed()).toEqual([]);
    expect(await leftovers(projectId)).toBe(0);
    const done = await upload("news.csv", bytes, { partial: true });
    expect(done).toMatchObject({ state: "done", nErrors: 2, nImported: 3 });
  });

  it("keeps with each line of its report why, and what the words name", async () => {
    const { upload } = await open();
    const bytes = strToU8(["id,title,text", ...rowsOf(1), "x,,Text", "a,b"].join("\n"));
    const failed = await upload("news.csv", bytes);
    expect(failed).toMatchObject({ problemReason: "import_refused_for_errors", problemFacts: {} });
    expect(await reasons(failed.id)).toEqual([
      ["error", "article_title_missing", {}],
      ["error", "row_cells_misfit", { row: 3, cells: 2, columns: 3 }],
    ]);
    const latin = Buffer.from(
      "id,title,text,language\nid0,Caf\u00e9,Text a 0 of its own.,en",
      "latin1",
    );
    const first = await upload("latin.csv", latin, { encoding: "windows-1252" });
    expect(first).toMatchObject({ problem: null, problemReason: null, problemFacts: null });
    expect(await reasons(first.id)).toEqual([
      ["encoding", "read_in_encoding", { encoding: "windows-1252" }],
      ["imported", null, null],
    ]);
    const again = await upload("latin.csv", Buffer.from(latin), { encoding: "windows-1252" });
    expect(await reasons(again.id)).toContainEqual(["duplicate", "article_here_already", {}]);
  });

  it("says why it can't show a beginning in two encodings", async () => {
    const { admin, projectId } = await open();
    const bytes = new Uint8Array([...strToU8("title,text\nÜber,Café\nB,caf"), 0xe9, 0x0a, 0x0a]);
    await expect(
      previewArticles(admin, projectId, { name: "a.csv", bytes }, {}),
    ).rejects.toMatchObject({
      code: "invalid",
      details: { reason: "encodings_mixed" },
    });
  });

  it("as a dry run tells the same and stores nothing", async () => {
    const { upload, listed, report } = await open();
    const dry = await upload("news.csv", csv(300), { dryRun: true });
    expect(dry).toMatchObject({ state: "done", dryRun: true, nImported: 300 });
    expect(await report(dry.id)).toMatch(/^imported,news\.csv,2,,Title 0/m);
    expect(await listed()).toEqual([]);
  });

  it("opens .gz and ZIP, with tables, pages and forms in them", async () => {
    const { upload, listed } = await open();
    expect(await upload("news.csv.gz", gzipSync(csv(5)))).toMatchObject({ nImported: 5 });
    const words = "The minister said on Friday that talks, which began in May, would go on. ";
    const zip = zipSync({
      "a/news.jsonl": strToU8('{"title":"J","text":"A text of its own"}\n'),
      "a/page.html": strToU8(`<title>Page</title><article><p>${words.repeat(5)}</p></article>`),
      "form.txt": strToU8("Form\n\n\nThe text of a form."),
    });
    expect(await upload("all.zip", zip)).toMatchObject({ nImported: 3, nErrors: 0 });
    expect((await listed()).map(({ title }) => title).slice(5)).toEqual(["J", "Page", "Form"]);
  });

  it.each<[string, string, Uint8Array, RegExp]>([
    ["a ZIP bomb", "a.zip", zipSync({ a: new Uint8Array(30_000_000) }), /suspiciously/],
    ["a .gz bomb", "a.csv.gz", gzipSync(new Uint8Array(40_000_000)), /suspiciously/],
    ["an escaping path", "a.zip", zipSync({ "../a.txt": strToU8("x") }), /leads out/],
    [
      "a NUL in a path",
      "a.zip",
      zipSync({ "a\0.txt": strToU8("x") }),
      /a\.zip\/a\uFFFD\.txt.*leads out/,
    ],
    ["a .gz cut off", "a.csv.gz", gzipSync(csv(2000)).subarray(0, 3000), /cut off/],
    ["an archive in one", "a.zip", zipSync({ "b.zip": strToU8("x") }), /inside archives/],
    ["one endless line", "a.jsonl", new Uint8Array(20_000_000).fill(0x78), /16 million/],
    ["one endless row", "a.csv", strToU8(`title,text\nA,${"x".repeat(17_000_000)}`), /16 million/],
    ["broken quoting", "a.csv", strToU8('title,text\nA,"B\nC,D'), /never closes/],
    ["a wrong delimiter", "a.tsv", strToU8("title,text\nA,B"), /delimiter/],
    ["a NUL", "a.csv", strToU8("title,text\nA,B\0C"), /NUL/],
    ["a lone surrogate", "a.jsonl", strToU8('{"title":"\\ud800","text":"x"}'), /lone surrogate/],
    [
      "mixed encodings",
      "a.csv",
      new Uint8Array([...strToU8("title,text\nÜber,Café\nB,caf"), 0xe9, 0x0a]),
      /error,a\.csv,3,.*two encodings are mixed/,
    ],
  ])("reports %s and leaves nothing", async (_, name, bytes, message) => {
    const { upload, listed, report, projectId } = await open();
    const failed = await upload(name, bytes);
    expect(failed).toMatchObject({ state: "failed", nImported: 0 });
    expect(await report(failed.id)).toMatch(message);
    expect(await listed()).toEqual([]);
    expect(await leftovers(projectId)).toBe(0);
  });

  it("begins anew when its worker died, and lets a worker that was given up store nothing", async () => {
    const { admin, projectId, begin, sendFrom, listed } = await open();
    const bytes = csv(250);
    const { id: importId } = await begin("news.csv", bytes);
    await sendFrom(importId, bytes);
    // Two workers at once, as after a loss of connection: one of them stores.
    await Promise.all([runImport({ projectId, importId }), runImport({ projectId, importId })]);
    await runImport({ projectId, importId });
    expect(await getImport(admin, projectId, importId)).toMatchObject({ state: "done" });
    expect(await listed()).toHaveLength(200);
    const articles = await sql(`SELECT 1 FROM "Article" WHERE "projectId" = $1`, [projectId]);
    expect(articles).toHaveLength(250);
  });

  it("is queued with its last part, and again when nobody works on it", async () => {
    const { projectId, begin, sendFrom } = await open();
    const bytes = csv(1);
    const { id: importId } = await begin("news.csv", bytes);
    const jobs = () =>
      sql(`SELECT id FROM graphile_worker.jobs WHERE key = $1`, [`import ${importId}`]);
    expect(await jobs()).toHaveLength(0);
    await sendFrom(importId, bytes);
    expect(await jobs()).toHaveLength(1);
    await sql(`SELECT graphile_worker.remove_job($1)`, [`import ${importId}`]);
    await tidyImports();
    expect(await jobs()).toHaveLength(0);
    await sql(`UPDATE "Import" SET "updatedAt" = now() - interval '1 minute' WHERE id = $1`, [
      importId,
    ]);
    await tidyImports();
    expect(await jobs()).toHaveLength(1);
    await runImport({ projectId, importId });
  });

  it("can be stopped, also while it is uploaded", async () => {
    const { admin, projectId, begin, sendFrom, listed } = await open();
    const bytes = csv(10);
    const { id: importId } = await begin("news.csv", bytes);
    await sendFrom(importId, bytes);
    expect(await cancelImport(admin, projectId, importId)).toMatchObject({ state: "cancelled" });
    await runImport({ projectId, importId });
    expect(await listed()).toEqual([]);
    expect(await leftovers(projectId)).toBe(0);
    expect(await listImports(admin, projectId)).toMatchObject([{ state: "cancelled" }]);
  });

  it("says so when the disk is full, and keeps nothing of the part", async () => {
    const { admin, projectId, begin, sendFrom } = await open();
    const bytes = csv(3);
    const { id: importId } = await begin("news.csv", bytes);
    await withClient(async (client) => {
      await client.query(`CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'no space left on device' USING ERRCODE = 'disk_full'; END $$`);
      for (const table of ["ImportPart", "Article"]) {
        await client.query(`CREATE TRIGGER full_disk BEFORE INSERT ON "${table}"
          FOR EACH ROW WHEN (NEW."projectId" = '${projectId}') EXECUTE FUNCTION full_disk()`);
      }
      try {
        await expect(sendFrom(importId, bytes)).rejects.toMatchObject({
          ...{ code: "out_of_space", message: expect.stringContaining("Make room") as string },
        });
        expect(await getImport(admin, projectId, importId)).toMatchObject({ nReceived: 0 });
        await client.query(`DROP TRIGGER full_disk ON "ImportPart"`);
        await sendFrom(importId, bytes);
        await runImport({ projectId, importId });
        expect(await getImport(admin, projectId, importId)).toMatchObject({
          ...{ state: "failed", problem: expect.stringContaining("disk is full") as string },
        });
      } finally {
        await client.query(`DROP FUNCTION full_disk CASCADE`);
      }
    });
  });
});
