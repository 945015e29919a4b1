import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";

import { importLinesQuery } from "../contracts/imports";
import { listImportLines } from "./import-report";
import { makeProject } from "./testing/make-project";
import { openForUploads } from "./testing/upload-imports";

const asked = (query: object = {}) => importLinesQuery.parse(query);

describe("the lines of an import's report", () => {
  it("come in pages, each line once, and of one kind if asked", async () => {
    const { admin, projectId, upload } = await openForUploads();
    const rows = ["One,First text.", "Two,Second text.", "Again,First text.", "Three,Third text."];
    const { id } = await upload("news.csv", strToU8(["title,text", ...rows].join("\n")));
    const all = await listImportLines(admin, projectId, id, asked());
    expect(all.nextCursor).toBeNull();
    const linesOf = (kind: string) => all.items.filter((one) => one.kind === kind);
    expect(linesOf("imported").map(({ line, title }) => [line, title])).toEqual([
      [2, "One"],
      [3, "Two"],
      [5, "Three"],
    ]);
    const [first] = linesOf("imported");
    expect(linesOf("duplicate")).toMatchObject([
      { line: 4, reason: "article_here_already", facts: {}, otherId: first?.articleId },
    ]);

    const paged: number[] = [];
    let cursor: string | null = "0";
    while (cursor !== null) {
      const page = await listImportLines(admin, projectId, id, asked({ cursor, limit: 2 }));
      expect(page.items.length).toBeLessThanOrEqual(2);
      paged.push(...page.items.map(({ number }) => number));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all.items.map(({ number }) => number));

    const query = asked({ kind: "imported", limit: 2 });
    const some = await listImportLines(admin, projectId, id, query);
    expect(some.items.map(({ title }) => title)).toEqual(["One", "Two"]);
    const rest = asked({ ...query, cursor: some.nextCursor });
    expect((await listImportLines(admin, projectId, id, rest)).items).toMatchObject([
      { title: "Three" },
    ]);
  });

  it("are for admins of the project alone", async () => {
    const { projectId, upload } = await openForUploads();
    const { id } = await upload("news.csv", strToU8("title,text\nOne,First text."));
    const other = await makeProject({ nAnnotators: 1 });
    const { admin, annotator } = other.actors;
    await expect(listImportLines(admin, projectId, id, asked())).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(listImportLines(admin, other.projectId, id, asked())).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(listImportLines(annotator, other.projectId, id, asked())).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
