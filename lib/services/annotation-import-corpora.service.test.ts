import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";

import { importArticles } from "./article-import";
import { sourceOfBytes } from "./import/source";
import { openForImport as open } from "./testing/import-annotations";
import { sql } from "./testing/sql";

const packed = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

async function importFile(
  { actors, projectId }: Awaited<ReturnType<typeof open>>,
  name: string,
  bytes: Uint8Array,
) {
  const options = { dryRun: false, partial: false };
  const files = [sourceOfBytes({ name, bytes })];
  const imported = await importArticles(actors.admin, projectId, files, options);
  expect(imported).toMatchObject({ errors: [], nearDuplicates: [], duplicates: [] });
}

describe("BASIL in its released folders", () => {
  const article = (mark: string) => ({
    ...{ title: `Bill ${mark} passes`, uuid: `uuid-${mark}`, source: "nyt", "main-event": "x" },
    "body-paragraphs": [[`The tirade ${mark} went on.`], ["It went on and on."]],
  });
  const phrase = { bias: "lex", polarity: "neg", aim: "dir", quote: "no", target: "Bill" };
  const indirect = {
    ...{ aim: "ind_anti", "indirect-target-name": "Ben" },
    "indirect-ally-opponent-sentiment": "pos",
  };
  const annotations = (mark: string) => ({
    "article-level-annotations": { relative_stance: "center" },
    "phrase-level-annotations": [
      { ...phrase, id: "p0", txt: "tirade", start: 4, end: 10 },
      // Said twice, so that only the article's own file tells which.
      { ...phrase, ...indirect, bias: "inf", id: "p1", txt: "went on", start: 3, end: 10 },
    ],
    uuid: `uuid-${mark}`,
  });
  const json = (value: unknown) => JSON.stringify(value);
  const files = {
    "BASIL/README.md": "# BASIL",
    "BASIL/LICENSE": "Free.",
    "BASIL/articles/2010/a_1.json": json(article("one")),
    "BASIL/articles/2011/b_2.json": json(article("two")),
    "BASIL/annotations/2010/a_1_ann.json": json(annotations("one")),
    "BASIL/annotations/2011/b_2_ann.json": json(annotations("two")),
  };

  async function openWithArticles(preset: "default" | "basil") {
    const opened = await open(preset);
    const texts = packed({
      "a_1.json": files["BASIL/articles/2010/a_1.json"],
      "b_2.json": files["BASIL/articles/2011/b_2.json"],
    });
    await importFile(opened, "articles.zip", texts);
    return opened;
  }

  it("is in the words of its scheme where the project is of it, and names what it left out", async () => {
    const { projectId, upload } = await openWithArticles("basil");
    const answer = await upload({ "BASIL.zip": packed(files) });
    expect(answer).toMatchObject({
      ...{ isStored: true, errors: [], layers: [{ kept: 2 }, { kept: 2 }] },
      tags: [
        { tag: "lex", tagId: "lexical", count: 2 },
        { tag: "inf", tagId: "informational", count: 2 },
      ],
    });
    expect(answer.notes).toContainEqual(
      expect.stringContaining("indirect-ally-opponent-sentiment (2)"),
    );
    const [span] = await sql<{ attributes: unknown }>(
      `SELECT attributes FROM "Span" WHERE "projectId" = $1 AND "tagId" = 'informational'`,
      [projectId],
    );
    expect(span?.attributes).toEqual({
      ...{ target: "Bill", polarity: "negative", aim: "indirect opponent" },
      ...{ in_quotation: "no", indirect_target: "Ben" },
    });
  });

  it("has each file of annotations with its article, whatever else is there", async () => {
    const { upload } = await openWithArticles("default");
    const tagMap = { lex: "LOADED", inf: "LABEL" };
    const answer = await upload({ "BASIL.zip": packed(files) }, { tagMap });
    expect(answer).toMatchObject({
      ...{ isStored: true, errors: [], spans: [] },
      layers: [
        { title: "Bill one passes", kept: 2 },
        { title: "Bill two passes", kept: 2 },
      ],
    });
    expect(answer.explainedNotes[0]).toMatchObject({
      ...{ file: null, reason: "note_files_passed_over", facts: { names: "README.md, LICENSE" } },
    });
  });
});

it("files that are no annotations are refused where there is nothing else", async () => {
  const { upload } = await open();
  expect((await upload({ "README.md": "# A" })).errors).toMatchObject([
    { file: "README.md", reason: "annotation_format_unclear" },
  ]);
});

describe("BABE", () => {
  const csv = [
    "\ufefftext;news_link;outlet;topic;type;label_bias;label_opinion;biased_words",
    `"The ""reckless"" mob; it didn't stop, 👩‍👩‍👧 or wait for the mob.";https://x.example/1;X;gun-control;left;Biased;Expresses writer’s opinion;"['reckless', ""didn't"", 'mob']"`,
    `The committee changed its advice.;https://x.example/2;Y;gun-control;center;Non-biased;Entirely factual;[]`,
    `Nobody agreed on this one.;https://x.example/3;Z;gun-control;right;No agreement;No agreement;nan`,
    "",
  ].join("\r\n");

  it("is taken as articles and then as their layers, from one and the same file", async () => {
    const opened = await open();
    const { projectId, upload } = opened;
    await importFile(opened, "final_labels_SG1.csv", strToU8(csv));
    const rows = await sql<Record<string, string>>(
      `SELECT title, outlet, url FROM "Article" WHERE "projectId" = $1 AND url LIKE '%x.example%' ORDER BY url`,
      [projectId],
    );
    expect(rows).toMatchObject([
      { title: 'The "reckless" mob; it didn\'t stop, 👩‍👩‍👧 or wait for the mob.', outlet: "X" },
      { outlet: "Y", url: "https://x.example/2" },
      { outlet: "Z" },
    ]);

    const tagMap = { Biased: "LABEL", "Non-biased": "VAGUE", biased_words: "LOADED" };
    const answer = await upload({ "final_labels_SG1.csv": csv }, { tagMap });
    expect(answer).toMatchObject({
      ...{ isStored: true, errors: [] },
      layers: [{ kept: 3, uncertain: 1 }, { kept: 1 }, { kept: 0 }],
      spans: [{ line: 2, quote: "mob", result: "uncertain", reasonCode: "span_first_of_several" }],
    });
    expect(answer.explainedNotes).toMatchObject([
      { reason: "note_babe_undecided", facts: { count: 1 } },
      { reason: "note_attributes_left_out", facts: { attributes: "opinion (2)" } },
    ]);
    const spans = await sql<Record<string, string>>(
      `SELECT segment::text, quote, "tagId" FROM "Span" WHERE "projectId" = $1 ORDER BY start, "tagId"`,
      [projectId],
    );
    expect(spans.map((span) => [span.segment, span.tagId, span.quote])).toEqual([
      ["body", "LABEL", 'The "reckless" mob; it didn\'t stop, 👩‍👩‍👧 or wait for the mob'],
      ["body", "VAGUE", "The committee changed its advice"],
      ["body", "LOADED", "reckless"],
      ["body", "LOADED", "mob"],
      ["body", "LOADED", "didn't"],
    ]);
  });

  it("needs no map of tags where the project is of its scheme", async () => {
    const opened = await open("babe");
    await importFile(opened, "final_labels_SG1.csv", strToU8(csv));
    const answer = await opened.upload({ "final_labels_SG1.csv": csv });
    expect(answer).toMatchObject({ isStored: true, errors: [] });
    expect(answer.tags).toEqual([
      { tag: "Biased", tagId: "biased", count: 1 },
      { tag: "biased_words", tagId: "biased_word", count: 3 },
      { tag: "Non-biased", tagId: "non_biased", count: 1 },
    ]);
    expect(answer.explainedNotes.map(({ reason }) => reason)).toEqual(["note_babe_undecided"]);
    const spans = await sql<{ attributes: unknown }>(
      `SELECT attributes FROM "Span" WHERE "projectId" = $1 AND "tagId" = 'biased'`,
      [opened.projectId],
    );
    expect(spans).toEqual([{ attributes: { opinion: "expresses the writer's opinion" } }]);
  });
});

it("predictions of models are offered beside the work of annotators", async () => {
  const { article, upload, layer } = await open();
  const region = (text: string, tag: string) => {
    const start = [...article.body.slice(0, article.body.indexOf(text))].length;
    return { type: "labels", value: { start, end: start + [...text].length, text, labels: [tag] } };
  };
  const task = {
    data: { text: article.body },
    annotations: [{ completed_by: "ann@x.example", result: [region("complained", "LOADED")] }],
    predictions: [{ model_version: "bert-1", result: [region("creeping", "DOUBT")] }],
  };
  const files = { "export.json": JSON.stringify([task]) };
  const unclear = await upload(files);
  expect(unclear).toMatchObject({ isStored: false, people: ["ann@x.example", "bert-1"] });
  await upload(files, { sourceAnnotator: "bert-1" });
  expect((await layer())?.spans).toMatchObject([{ quote: "creeping", tagId: "DOUBT" }]);
});

describe("paragraph labels of SemEval-2023", () => {
  const texts = (n: number) => `Title ${n}\n\nThe ${n} mob said so.\n\nThe ${n} committee left.\n`;
  const labels = "1\t1\t\n1\t3\tLoaded_Language,Doubt\n1\t5\tDoubt\n2\t1\t\n2\t3\t\n3\t1\t\n";
  const files = {
    "train-articles/article1.txt": texts(1),
    "train-articles/article2.txt": texts(2),
  };

  it.each([
    ["with their articles", files],
    ["alone", {}],
  ])("are taken %s, as spans over lines of the text", async (_, beside) => {
    const opened = await open("semeval-2023");
    const articles = JSON.stringify(
      [1, 2, 3].map((n) => ({
        ...{ id: `article${n}`, title: `Title ${n}` },
        text: `The ${n} mob said so.\n\nThe ${n} committee left.`,
      })),
    );
    await importFile(opened, "a.json", strToU8(articles));
    const zip = packed({ ...beside, "train-labels-subtask-3.txt": labels });
    const answer = await opened.upload({ "semeval.zip": zip });
    expect(answer).toMatchObject({
      ...{ errors: [], spans: [] },
      layers: [{ title: "Title 1", kept: 3 }, { title: "Title 2" }, { title: "Title 3" }],
    });
    const spans = await sql<Record<string, string>>(
      `SELECT quote, "tagId" FROM "Span" WHERE "projectId" = $1 ORDER BY start, "tagId"`,
      [opened.projectId],
    );
    expect(spans).toEqual([
      { quote: "The 1 mob said so", tagId: "Doubt" },
      { quote: "The 1 mob said so", tagId: "Loaded_Language" },
      { quote: "The 1 committee left", tagId: "Doubt" },
    ]);
  });
});
