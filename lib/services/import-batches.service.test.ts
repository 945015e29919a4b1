import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";

import { sql } from "./testing/sql";
import { openForUploads as open, reasons } from "./testing/upload-imports";

describe("an import that is read piece by piece", () => {
  it("knows what came just before, though it isn't written yet", async () => {
    const { upload, report } = await open();
    const words = (from: number) => Array.from({ length: 60 }, (_, at) => `word${from + at}`);
    const article = (at: number) => ({ title: `Title ${at}`, text: words(100 * at).join(" ") });
    const batch = Array.from({ length: 1000 }, (_, at) =>
      at === 998 ? { ...article(at), id: "big-1003" } : article(at),
    );
    const alike = [...words(99_900).slice(1), "other"].join(" ");
    const next = [article(999), { title: "Alike", text: alike }, article(2000)];
    const lines = [...batch, ...next].map((one) => JSON.stringify(one));
    const done = await upload("big.jsonl", strToU8(lines.join("\n")));
    expect(done).toMatchObject({
      ...{ state: "done", nImported: 1002, nDuplicates: 1, nNearDuplicates: 1 },
    });
    expect(await report(done.id)).toMatch(/stored as “big-1003-[0-9a-f]{12}”|like “Title 999”/);
    const ids = await sql<{ externalId: string }>(
      `SELECT "externalId" FROM "Article" WHERE title = 'Title 2000'`,
    );
    expect(ids).toMatchObject([{ externalId: expect.stringMatching(/^big-1003-/) as string }]);
  });

  it("looks at all of a table that begins in plain ASCII and turns out not to be UTF-8", async () => {
    const { upload, listed } = await open();
    const padding = "x".repeat(9000);
    const rows = Array.from({ length: 150 }, (_, at) => `id${at},Title ${at},${padding} ${at},en`);
    const french = "C'était déjà l'été à la forêt où naît un garçon très étonné. ".repeat(40);
    const text = ["id,title,text,language", ...rows, `last,L'été,${french},fr`].join("\n");
    const done = await upload("late.csv", Buffer.from(text, "latin1"));
    expect(done).toMatchObject({ state: "failed", nImported: 0, nErrors: 1 });
    expect(await reasons(done.id)).toMatchObject([["error", "encoding_unclear", {}]]);
    expect(await listed()).toEqual([]);
  });
});
