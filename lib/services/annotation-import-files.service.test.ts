import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";

import { importAnnotations } from "./annotation-import";
import { importArticles } from "./article-import";
import { sourceOfBytes } from "./import/source";
import { handIn } from "./testing/make-operations";
import { line, openForImport as open } from "./testing/import-annotations";
import { articleText, assignArticle, at, makeProject } from "./testing/make-project";
import { readExportBytes } from "./testing/read-export";
import { sql } from "./testing/sql";

type Opened = Awaited<ReturnType<typeof open>>;
type Upload = Parameters<Opened["upload"]>[0];

const packed = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

const importTexts = ({ actors, projectId }: Opened, files: Record<string, string>) =>
  importArticles(
    actors.admin,
    projectId,
    [sourceOfBytes({ name: "z.zip", bytes: packed(files) })],
    { dryRun: false, partial: false },
  );

/** A file with a span on an article of another project, and that article. */
async function exported(file: "ptc.zip" | "web-annotations.jsonld") {
  const project = await makeProject({ nAnnotators: 1 });
  const { articleId, assignmentIds } = await assignArticle(project);
  const mark = { quote: "complained", tagId: "LOADED" };
  await handIn(at(project.annotators, 0), at(assignmentIds, 0), [mark]);
  const [row] = await sql<{ title: string; body: string; externalId: string }>(
    `SELECT title, body, "externalId" FROM "Article" WHERE id = $1`,
    [articleId],
  );
  if (!row) throw new Error("no article");
  return {
    bytes: await readExportBytes(project.actors.researcher, project.projectId, file, {}),
    ...row,
  };
}

/** A project that has an article of another one, under its external id. */
async function openWith({
  title,
  body,
  externalId,
}: Record<"title" | "body" | "externalId", string>) {
  const opened = await open();
  const text = JSON.stringify([{ title, text: body, id: externalId }]);
  const files = [sourceOfBytes({ name: "a.json", bytes: strToU8(text) })];
  const { errors } = await importArticles(opened.actors.admin, opened.projectId, files, {
    ...{ dryRun: false, partial: false },
  });
  expect(errors).toEqual([]);
  return opened;
}

describe("the Propaganda Techniques Corpus", () => {
  const form = (name: string) => `Title ${name}\n\n\nCritics slammed the ${name} bill.`;
  const joint = (name: string) => `Title ${name}\n\nCritics slammed the ${name} bill.`;
  const labels = (name: string) => `${name}\tLOADED\t17\t24\n`;

  it("is taken with its articles beside it, and an empty file as nothing marked", async () => {
    const opened = await open();
    await importTexts(opened, { "article1.txt": form("1"), "article2.txt": form("2") });
    const zip = packed({
      "articles/article1.txt": joint("1"),
      "articles/article2.txt": joint("2"),
      "labels/article1.task-flc-tc.labels": labels("1"),
      "labels/article2.task-flc-tc.labels": "",
    });
    const answer = await opened.upload({ "ptc.zip": zip }, { submit: true });
    expect(answer.errors).toEqual([]);
    expect(answer.layers).toMatchObject([
      { title: "Title 1", kept: 1, isSubmitted: true },
      { title: "Title 2", kept: 0, isSubmitted: true },
    ]);
    expect(answer.notes).toEqual([]);
  });

  it("passes over an empty file of many articles, and refuses what only looks like labels", async () => {
    const { upload } = await open();
    const good = { "articles/article1.txt": joint("1"), "train.labels": "" };
    expect(await upload({ "ptc.zip": packed(good) })).toMatchObject({ errors: [], layers: [] });
    const bad = { ...good, "article1-labels.txt": "1 LOADED 16 23" };
    expect((await upload({ "ptc.zip": packed(bad) })).errors).toMatchObject([
      { file: "ptc.zip/article1-labels.txt", reason: "annotation_format_unclear" },
    ]);
  });

  it("goes from one project to another that holds the same text", async () => {
    const source = await exported("ptc.zip");
    expect(Object.keys(unzipSync(source.bytes))).toHaveLength(2);
    const { upload } = await openWith(source);
    const answer = await upload({ "ptc.zip": source.bytes });
    expect(answer).toMatchObject({ errors: [], layers: [{ kept: 1 }] });
  });
});

describe("files of one name in several folders", () => {
  const [left, right] = ["Left", "Right"].map((side) => `${side}\n\n\n${side} critics slammed it.`);
  const texts = { "left/story.txt": left ?? "", "right/story.txt": right ?? "" };
  const ann = (side: string) => {
    const start = side.length * 2 + 11;
    return `T1\tLOADED ${start} ${start + 7}\tslammed`;
  };
  const anns = { "left/story.ann": ann("Left"), "right/story.ann": ann("Right") };
  const joints = {
    "left/story.txt": "Left\n\nLeft critics slammed it.",
    "right/story.txt": "Right\n\nRight critics slammed it.",
  };

  async function openTwo() {
    const opened = await open();
    expect(await importTexts(opened, texts)).toMatchObject({ errors: [] });
    return opened;
  }
  const placed = async ({ upload }: Opened, files: Upload) => {
    const { errors, layers } = await upload(files);
    const reasons = errors.map(({ file, reason }) => [file, reason]);
    return { reasons, layers: layers.map(({ title, kept }) => [title, kept]) };
  };
  const each = [
    ["Left", 1],
    ["Right", 1],
  ];

  it("are told apart by the texts beside them", async () => {
    const files = { "b.zip": packed({ ...anns, ...joints }) };
    expect(await placed(await openTwo(), files)).toEqual({ reasons: [], layers: each });
    const two = {
      "a.zip": packed({ "story.ann": ann("Left"), "story.txt": joints["left/story.txt"] }),
      "b.zip": packed({ "story.ann": ann("Right"), "story.txt": joints["right/story.txt"] }),
    };
    expect(await placed(await openTwo(), two)).toEqual({ reasons: [], layers: each });
  });

  it.each([
    ["without texts", anns],
    ["with a text for one of them", { ...anns, "left/story.txt": "Left\n\nAnother text." }],
  ])("are refused %s", async (_, files) => {
    expect(await placed(await openTwo(), { "b.zip": packed(files) })).toEqual({
      layers: [],
      reasons: [
        ["b.zip/left/story.ann", "layer_article_unclear"],
        ["b.zip/right/story.ann", "layer_article_unclear"],
      ],
    });
  });

  it("are refused where the labels name an article that stands in two folders", async () => {
    const opened = await openTwo();
    await importTexts(opened, { "article1.txt": "One\n\n\nOne critics slammed it." });
    const row = "1\tLOADED\t0\t3\n";
    const files = {
      "left/article1.txt": "Two\n\nTwo critics slammed it.",
      "right/article1.txt": "Six\n\nSix critics slammed it.",
      "all.labels": row,
    };
    expect((await placed(opened, { "b.zip": packed(files) })).reasons).toEqual([
      ["b.zip/all.labels", "layer_article_unclear"],
    ]);
  });

  it.each([
    ["the name is its id", (id: string) => id, undefined],
    ["all have one text", (_: string, externalId: string) => externalId, "Edited. "],
  ])("are several people's on one article where %s", async (_, stemOf, added) => {
    const { upload, layer, articleId, article } = await open();
    const stem = stemOf(articleId, article.externalId);
    const people = ["A01", "A02"];
    const marks = added
      ? ["T1\tLOADED 0 6\tEdited", "T1\tDOUBT 0 6\tEdited"]
      : [line(1, "LOADED", "complained"), line(1, "DOUBT", "reluctant")];
    const files: Record<string, string> = {};
    for (const [at, person] of people.entries()) {
      files[`all/${person}/${stem}.ann`] = marks[at] ?? "";
      if (added) files[`all/${person}/${stem}.txt`] = added + article.body;
    }
    const unclear = await upload({ "b.zip": packed(files) });
    expect(unclear.errors).toMatchObject([
      { reason: "annotator_unclear", facts: { names: "A01, A02" } },
    ]);
    expect(await layer()).toBeNull();
    const one = await upload({ "b.zip": packed(files) }, { sourceAnnotator: "A02" });
    expect(one).toMatchObject({ errors: [], tags: [{ tag: "DOUBT", count: 1 }] });
  });

  it("are told apart by the ends of their names where they share a folder", async () => {
    const { upload, article } = await open();
    const files = {
      [`${article.externalId}_anna.ann`]: line(1, "LOADED", "complained"),
      [`${article.externalId}_ben.ann`]: line(1, "DOUBT", "reluctant"),
    };
    const unclear = await upload(files);
    expect(unclear.errors).toMatchObject([{ facts: { names: "anna, ben" } }]);
    const one = await upload(files, { sourceAnnotator: "ben" });
    expect(one).toMatchObject({ errors: [], layers: [{ kept: 1 }], tags: [{ tag: "DOUBT" }] });
  });
});

it("a page of web annotations goes to another project that has the article", async () => {
  const source = await exported("web-annotations.jsonld");
  for (const there of [source, { ...source, body: `${source.body}\n\nMore.` }]) {
    const { upload } = await openWith(there);
    const answer = await upload({ "web-annotations.jsonld": source.bytes });
    expect(answer).toMatchObject({ errors: [], layers: [{ kept: 1 }] });
  }
});

it.each(["brat.zip", "ptc.zip", "uima-cas.zip"] as const)(
  "%s of two annotators comes back person by person",
  async (file) => {
    const project = await makeProject({ nAnnotators: 2 });
    const { assignmentIds } = await assignArticle(project);
    const marks = [
      { quote: "complained", tagId: "LOADED" },
      { quote: "complained", tagId: "DOUBT" },
    ];
    for (const [nth, mark] of marks.entries()) {
      await handIn(at(project.annotators, nth), at(assignmentIds, nth), [mark]);
    }
    const { researcher, admin } = project.actors;
    const bytes = await readExportBytes(researcher, project.projectId, file, {});
    const upload = (sourceAnnotator?: string) =>
      importAnnotations(admin, project.projectId, [{ name: file, bytes }], {
        ...{ annotatorId: at(project.annotators, 0).userId, sourceAnnotator },
        ...{ dryRun: true, partial: false, submit: false },
      });
    const unclear = await upload();
    const [names = ""] = unclear.errors.map(({ facts }) => String(facts?.names));
    expect(unclear.errors).toMatchObject([{ reason: "annotator_unclear" }]);
    const tags = await Promise.all(
      names.split(", ").map(async (name) => (await upload(name)).tags.map(({ tag }) => tag)),
    );
    expect(tags.toSorted()).toEqual([["DOUBT"], ["LOADED"]]);
  },
);

describe("annotations.csv of another project", () => {
  const files = ["annotations.csv", "links.csv"] as const;

  async function exportedLinks(noted: string) {
    const source = await open();
    const spans = [line(1, "LABEL", "one Western official"), line(2, "DOUBT", "complained")];
    const note = `#1\tAnnotatorNotes T1\t${noted}`;
    const ann = [...spans, note, "R1\trelayed_by Arg1:T1 Arg2:T2"].join("\n");
    await source.upload({ [`${source.article.externalId}.ann`]: ann }, { submit: true });
    const read = (profile: "analysis" | "spreadsheet") =>
      Promise.all(
        files.map((file) =>
          readExportBytes(source.actors.researcher, source.projectId, file, {
            ...{ profile, notes: true },
          }),
        ),
      );
    const { title } = articleText;
    return { read, article: { ...source.article, title } };
  }

  it.each([
    ["analysis", "'-minus"],
    ["spreadsheet", "-minus"],
  ] as const)(
    "brings the links of links.csv and its words as they were: %s",
    async (profile, noted) => {
      const { read, article } = await exportedLinks(noted);
      const [annotations, links] = await read(profile);
      if (!annotations || !links) throw new Error("nothing given out");
      const { upload, layer, projectId } = await openWith(article);
      const zip = zipSync({ "all/annotations.csv": annotations, "all/links.csv": links });
      const answer = await upload({ "all.zip": zip });
      expect(answer).toMatchObject({ errors: [], notes: [], layers: [{ kept: 2 }] });
      const stored = await layer();
      const quoted = (id?: string) => stored?.spans.find((span) => span.id === id)?.quote;
      const [link, ...others] = await sql<Record<"kind" | "from" | "to", string>>(
        `SELECT kind, "fromSpanId" AS from, "toSpanId" AS to FROM "Link" WHERE "projectId" = $1`,
        [projectId],
      );
      expect(others).toEqual([]);
      expect([link?.kind, quoted(link?.from), quoted(link?.to)]).toEqual([
        ...["relayed_by", "one Western official", "complained"],
      ]);
      expect(stored?.spans.map(({ attributes }) => attributes.note)).toContain(noted);
    },
  );

  it("refuses a table of links that is none", async () => {
    const { upload } = await open();
    const header = "article_external_id,annotator_id,tag,segment,start,end,quote\n";
    const zip = packed({ "annotations.csv": header, "links.csv": "a,b\n1,2\n" });
    expect((await upload({ "all.zip": zip })).errors).toMatchObject([
      { file: "all.zip/links.csv", reason: "own_csv_column_missing" },
    ]);
  });
});
