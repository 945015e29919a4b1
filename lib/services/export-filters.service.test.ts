import { beforeAll, describe, expect, it } from "vitest";

import type { ExportQueryInput } from "../contracts/exports";
import { annotationsQuery } from "../db/export-annotations";
import { articleIdsQuery } from "../db/export-filters";
import { copyCsv, wholeProject } from "../db/export-select";
import { exportSettings } from "../db/export-snapshot";
import { defaultCodebook } from "../domain/codebook/default-codebook";
import { tableNames } from "../domain/formats/export-files";
import { publishCodebook } from "./codebook";
import { previewExport } from "./export-preview";
import { openExport } from "./exports";
import { removeMember } from "./members";
import { type ExportProject, makeExportProject } from "./testing/make-export-project";
import { at, makeProject } from "./testing/make-project";
import { asked, parseStrictly, readExport } from "./testing/read-export";
import { sql, withClient } from "./testing/sql";

type Row = Record<string, string>;
let project: ExportProject;
beforeAll(async () => {
  project = await makeExportProject();
});
const read = async (
  file: Parameters<typeof readExport>[2],
  query: Partial<ExportQueryInput> = {},
) => parseStrictly(await readExport(project.actors.researcher, project.projectId, file, query));

describe("a filter leaves the rows that fit, as they were:", () => {
  const second = () => at(project.articleIds, 1);
  it.each<[string, () => Partial<ExportQueryInput>, (row: Row) => boolean]>([
    ["article", () => ({ article: [second()] }), (row) => row.article_id === second()],
    ["outlet", () => ({ outlet: "O'Brien, Daily" }), (row) => row.outlet === "O'Brien, Daily"],
    ["from", () => ({ from: "2026-02-01" }), (row) => (row.published_on ?? "") >= "2026-02-01"],
    ["to", () => ({ to: "2026-01-31" }), (row) => (row.published_on ?? "") <= "2026-01-31"],
    ["family", () => ({ family: "SOURCING" }), (row) => row.family === "SOURCING"],
    ["tag", () => ({ tag: ["LABEL", "DOUBT"] }), ({ tag }) => /LABEL|DOUBT/.test(tag ?? "")],
    ["annotator", () => ({ annotator: ["A02"] }), (row) => row.annotator_id === "A02"],
    ["an unknown outlet", () => ({ outlet: "Nowhere" }), () => false],
    ["a day without articles", () => ({ from: "2099-01-01" }), () => false],
    [
      "several at once",
      () => ({ annotator: ["A01", "A03"], tag: ["LOADED"], to: "2026-01-31" }),
      (row) => row.tag === "LOADED" && row.annotator_id !== "A02" && row.article_id !== second(),
    ],
  ])("%s", async (_, query, fits) => {
    const all = await read("annotations.csv");
    const wanted = all.filter(fits);
    expect(wanted.length).toBeLessThan(all.length);
    expect(await read("annotations.csv", query())).toEqual(wanted);
  });

  it.each(["gold", "soft_labels", "disagreements", "assignments", "answers", "links"] as const)(
    "of the articles, in %s",
    async (table) => {
      const all = await read(`${table}.csv`);
      const wanted = all.filter((row) => row.article_id === second());
      expect(await read(`${table}.csv`, { article: [second()] })).toEqual(wanted);
    },
  );

  it("of the tags, in soft labels with every vote", async () => {
    const wanted = (await read("soft_labels.csv")).filter(({ tag }) => tag === "DOUBT");
    expect(await read("soft_labels.csv", { tag: ["DOUBT"] })).toEqual(wanted);
  });

  it("the first rows are those of the whole file", async () => {
    const all = await read("annotations.csv");
    expect(await read("annotations.csv", { limit: 2 })).toEqual(all.slice(0, 2));
    const soft = await read("soft_labels.csv");
    expect(await read("soft_labels.csv", { limit: 20 })).toEqual(soft.slice(0, 20));
  });
});

it("a quote in a filter is text, nothing else", async () => {
  for (const outlet of ['\'; DROP TABLE "Span"; --', "\\' OR true --", "$1"]) {
    expect(await read("annotations.csv", { outlet })).toEqual([]);
    expect(await read("annotations.csv", { article: [outlet] })).toEqual([]);
    const query = { family: outlet, tag: [outlet], annotator: [outlet] };
    await expect(read("annotations.csv", query)).rejects.toMatchObject({ code: "invalid" });
  }
});

describe("a filter that names what the project never had", () => {
  it("is refused by its name, in downloads and previews", async () => {
    const { actors, projectId } = project;
    const query = asked({
      family: "Framing",
      tag: ["DOUBT", "LOADDED"],
      annotator: ["A01", "A99"],
    });
    const refusal = {
      code: "invalid",
      details: {
        errors: [
          { path: "family", reason: "export_family_unknown", facts: { family: "Framing" } },
          { path: "tag", reason: "export_tag_unknown", facts: { tag: "LOADDED" } },
          { path: "annotator", reason: "export_annotator_unknown", facts: { annotator: "A99" } },
        ],
      },
    };
    for (const file of ["annotations.csv", "brat.zip"] as const) {
      const download = openExport(actors.researcher, projectId, file, query);
      await expect(download).rejects.toMatchObject(refusal);
      const preview = previewExport(actors.researcher, projectId, file, query);
      await expect(preview).rejects.toMatchObject(refusal);
    }
    // None of them keeps one of the few exports that may run at once.
    expect(await read("gold.csv", { tag: ["DOUBT"] })).toBeDefined();
  });

  it("may be a tag of an older version, or somebody who has left", async () => {
    const { actors, annotators, projectId } = await makeProject({ nAnnotators: 3 });
    const families = defaultCodebook.families.map((family) => ({
      ...family,
      tags: family.tags.filter(({ id }) => id !== "BACKGROUND"),
    }));
    await publishCodebook(actors.admin, projectId, { ...defaultCodebook, families });
    await removeMember(actors.admin, projectId, at(annotators, 2).userId);
    const query = { tag: ["BACKGROUND"], annotator: ["A03"] };
    const csv = await readExport(actors.researcher, projectId, "annotations.csv", query);
    expect(parseStrictly(csv)).toEqual([]);
  });
});

it("a filter that a file doesn't have is refused, and says which there are", async () => {
  const { actors, projectId } = project;
  const query = asked({ annotator: ["A01"] });
  await expect(openExport(actors.researcher, projectId, "gold.csv", query)).rejects.toMatchObject({
    code: "invalid",
    details: {
      reason: "export_not_narrowed",
      errors: [
        {
          ...{ path: "annotator", message: expect.stringContaining("outlet") as string },
          reason: "export_filter_unknown",
          facts: {
            ...{ file: "gold.csv", filter: "annotator" },
            known: expect.stringContaining("outlet") as string,
          },
        },
      ],
    },
  });
});

describe("a preview", () => {
  it.each(tableNames)("of %s has its first rows, count and size", async (table) => {
    const { actors, projectId } = project;
    const file = `${table}.csv` as const;
    const preview = await previewExport(actors.researcher, projectId, file, asked());
    const csv = await readExport(actors.researcher, projectId, file);
    const rows = parseStrictly(csv);
    expect(preview.rows).toEqual(rows.slice(0, 10).map((row) => Object.values(row)));
    expect(preview.estimate).toMatchObject({ nBytes: Buffer.byteLength(csv), isExact: true });
    if (table !== "soft_labels" && table !== "agreement") {
      expect(preview.estimate).toMatchObject({ nUnits: rows.length, unit: "row" });
    }
  });

  it("is recorded once a day for each person and file, and a download each time", async () => {
    const { actors, projectId } = await makeExportProject();
    const { researcher, admin } = actors;
    const look = (actor = researcher, query = {}) =>
      previewExport(actor, projectId, "gold.csv", asked(query));
    for (const query of [{}, {}, { outlet: "x" }, { notes: true }]) await look(researcher, query);
    await look(admin);
    for (let n = 0; n < 2; n++) await readExport(researcher, projectId, "gold.csv");
    const events = await sql<{ action: string; actorId: string; notes: string }>(
      `SELECT action, "actorId", detail ->> 'notes' AS notes FROM "AuditEvent"
       WHERE "projectId" = $1 AND action LIKE 'export.%' ORDER BY id`,
      [projectId],
    );
    const previews = events.filter(({ action }) => action === "export.previewed");
    expect(previews.map(({ actorId, notes }) => [actorId, notes])).toEqual([
      [researcher.userId, "false"],
      [researcher.userId, "true"],
      [admin.userId, "false"],
    ]);
    expect(events.filter(({ action }) => action === "export.downloaded")).toHaveLength(2);
  });

  it("of an archive shows the beginning of its first file", async () => {
    const { actors, projectId } = project;
    const preview = await previewExport(actors.researcher, projectId, "brat.zip", asked());
    expect(preview.member).toMatch(/^A01\/[0-9a-f-]+\.ann$/);
    expect(preview.text).toMatch(/^T\d\tANONYMOUS \d+ \d+\tone Western official\n/m);
    expect(preview.estimate).toMatchObject({ nUnits: 2, unit: "article" });
  });
});

describe("among many articles, an index finds", () => {
  it.each([
    ["an outlet", { outlet: "outlet 7" }],
    ["some days", { from: "2020-01-03", to: "2020-01-04" }],
    ["an outlet and some days", { outlet: "outlet 7", from: "2020-01-03" }],
    ["some ids", { article: ["made 5", "01890000-0000-7000-8000-000000000000"] }],
  ])("%s", async (_, filter) => {
    const plan = await withClient(async (client) => {
      await client.query("BEGIN");
      await client.query(
        `INSERT INTO "Article" (id, "projectId", "externalId", title, body, outlet, "publishedOn",
           sha256, "nCodePoints")
         SELECT gen_random_uuid(), $1, 'made ' || n, 't', 'b', 'outlet ' || n % 500,
           '2020-01-01'::date + n % 2000, 'made ' || n, 1
         FROM generate_series(1, 20000) AS n`,
        [project.projectId],
      );
      await client.query(`ANALYZE "Article"`);
      const { text, values } = articleIdsQuery(project.projectId, {
        ...asked(filter),
        annotatorIds: null,
      });
      const { rows } = await client.query<{ "QUERY PLAN": string }>(`EXPLAIN ${text}`, values);
      await client.query("ROLLBACK");
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    });
    expect(plan).toMatch(/Index Cond: .*(outlet|publishedOn|externalId)/s);
    expect(plan).not.toContain("Seq Scan");
  });
});

describe("a file of a million annotations", () => {
  type Node = {
    "Node Type": string;
    "Index Cond"?: string;
    "Actual Rows": number;
    "Rows Removed by Filter"?: number;
    "Relation Name"?: string;
    Plans?: Node[];
  };
  const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

  /** How the file is made where one layer has 20,000 spans, three of them with the tag DOUBT. */
  async function planOf(tagIds: string[] | null): Promise<Node> {
    const { projectId } = project;
    const query = annotationsQuery({ ...wholeProject(projectId, true), tagIds }, []);
    const select = copyCsv(query, false, null).replace(/^COPY \((.*)\) TO STDOUT.*$/s, "$1");
    return withClient(async (client) => {
      await client.query("BEGIN");
      await client.query(
        `INSERT INTO "Span" (id, "projectId", "assignmentId", segment, start, "end", quote, "tagId",
           "familyId")
         SELECT gen_random_uuid(), $1, g.id, 'body', n, n + 1, 'x',
           CASE WHEN n % 7000 = 1 THEN 'DOUBT' ELSE 'LABEL' END, 'SOURCING'
         FROM generate_series(1, 20000) AS n,
           (SELECT id FROM "Assignment" WHERE "projectId" = $1 AND status = 'submitted'
            ORDER BY id LIMIT 1) AS g`,
        [projectId],
      );
      await client.query(`ANALYZE "Span"`);
      for (const setting of exportSettings) await client.query(setting);
      const { rows } = await client.query<{ "QUERY PLAN": [{ Plan: Node }] }>(
        `EXPLAIN (ANALYZE, TIMING off, FORMAT JSON) ${select}`,
      );
      await client.query("ROLLBACK");
      return at(at(rows, 0)["QUERY PLAN"], 0).Plan;
    });
  }

  it("is sorted layer by layer, before its cells are worked out", async () => {
    const plan = await planOf(null);
    expect(plan["Node Type"]).toBe("Nested Loop");
    expect(plan["Actual Rows"]).toBeGreaterThan(20_000);
    expect(nodesOf(plan).map((node) => node["Node Type"])).not.toContain("Hash Join");
  });

  it("with a tag asked for reads no spans of the others", async () => {
    const spans = nodesOf(await planOf(["DOUBT"])).filter(
      (node) => node["Relation Name"] === "Span",
    );
    expect(spans).not.toEqual([]);
    for (const scan of spans) {
      expect(scan["Index Cond"]).toContain("tagId");
      expect(scan["Rows Removed by Filter"] ?? 0).toBeLessThan(10);
    }
  });
});
