import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";

import { listAppliedOperations } from "../db/operations";
import { foldOperations } from "../domain/annotation/operation";
import { toBrat } from "../domain/formats/brat";
import { getAgreement } from "./agreement";
import { saveOperations } from "./annotation";
import { reopenAssignment } from "./submission";
import { line, openForImport as open } from "./testing/import-annotations";
import { articleText, at } from "./testing/make-project";
import { removeOf } from "./testing/make-operations";
import { sql } from "./testing/sql";

describe("an import of annotations", () => {
  it("makes a file a layer of the annotator, through the log, with title and attributes", async () => {
    const { article, projectId, actors, upload, layer } = await open();
    const ann = [
      line(1, "LOADED", "complained"),
      "A1\tintensity T1 2",
      "A2\tunheard T1 x",
      line(2, "DOUBT", "reluctant"),
      line(3, "LABEL", "👩‍👩‍👧 plans"),
    ].join("\n");
    const answer = await upload({ [`${article.externalId}.ann`]: ann });
    expect(answer).toMatchObject({ isStored: true, errors: [], spans: [] });
    expect(answer.layers).toMatchObject([{ kept: 3, moved: 0, lost: 0, isSubmitted: false }]);
    expect(answer.notes).toEqual([expect.stringContaining("unheard (1)")]);
    expect(answer.explainedNotes).toMatchObject([
      {
        ...{ file: null, message: answer.notes[0], reason: "note_attributes_left_out" },
        facts: { attributes: "unheard (1)" },
      },
    ]);

    const stored = await layer();
    expect(stored).toMatchObject({ status: "in_progress", revision: 3 });
    expect(stored?.spans.map(({ segment, quote, tagId }) => [segment, quote, tagId])).toEqual([
      ["title", "reluctant", "DOUBT"],
      ["body", "complained", "LOADED"],
      ["body", "👩‍👩‍👧 plans", "LABEL"],
    ]);
    expect(stored?.spans[1]?.attributes).toEqual({ intensity: 2 });
    const folded = foldOperations(await listAppliedOperations(projectId, stored?.id ?? ""));
    expect([...folded.keys()].sort()).toEqual(stored?.spans.map(({ id }) => id).sort());
    const events = await sql(
      `SELECT "actorId" FROM "AuditEvent" WHERE action = 'annotations.imported' AND subject = $1`,
      [stored?.id],
    );
    expect(events).toEqual([{ actorId: actors.admin.userId }]);
  });

  it("brings links with their spans, once, and names the kinds that the codebook lacks", async () => {
    const { article, projectId, upload, layer } = await open();
    const spans = [
      line(1, "LABEL", "one Western official"),
      line(2, "DOUBT", "complained"),
      line(3, "LABEL", "👩‍👩‍👧 plans"),
    ];
    const relations = [
      "R1\trelayed_by Arg1:T1 Arg2:T2",
      "R2\tknows Arg1:T1 Arg2:T3",
      "R3\tattributes Arg1:T3 Arg2:T2",
    ];
    const name = `${article.externalId}.ann`;
    const links = async () => {
      const { spans: stored = [] } = (await layer()) ?? {};
      const quoteOf = (id: string) => stored.find((span) => span.id === id)?.quote;
      const rows = await sql<{ kind: string; from: string; to: string }>(
        `SELECT kind, "fromSpanId" AS from, "toSpanId" AS to FROM "Link"
         WHERE "projectId" = $1 AND "removedAt" IS NULL ORDER BY kind`,
        [projectId],
      );
      return rows.map(({ kind, from, to }) => [kind, quoteOf(from), quoteOf(to)]);
    };
    const wanted = [
      ["attributes", "👩‍👩‍👧 plans", "complained"],
      ["relayed_by", "one Western official", "complained"],
    ];
    // The spans alone were there before: an import that broke off half-way is completed.
    await upload({ [name]: spans.join("\n") });
    expect(await links()).toEqual([]);
    const answer = await upload({ [name]: [...spans, ...relations].join("\n") });
    expect(answer).toMatchObject({ errors: [], layers: [{ alreadyThere: 3 }] });
    expect(answer.notes).toEqual([expect.stringContaining("link_knows (1)")]);
    expect(await links()).toEqual(wanted);
    const { revision } = (await layer()) ?? {};
    await upload({ [name]: [...relations, ...spans].join("\n") });
    expect(await links()).toEqual(wanted);
    expect((await layer())?.revision).toBe(revision);
  });

  it("as a dry run tells the same and stores nothing, not even an assignment", async () => {
    const { article, upload, layer } = await open();
    const files = { [`${article.externalId}.ann`]: line(1, "LOADED", "complained") };
    const dry = await upload(files, { dryRun: true });
    expect(dry).toMatchObject({ isStored: false, layers: [{ kept: 1, assignmentId: null }] });
    expect(await layer()).toBeNull();
  });

  it("can be repeated without adding anything, also after the annotator removed a span", async () => {
    const { article, annotator, upload, layer } = await open();
    const files = { [`${article.externalId}.ann`]: line(1, "LOADED", "complained") };
    await upload(files);
    const again = await upload(files);
    expect(again.layers).toMatchObject([{ kept: 0, alreadyThere: 1 }]);
    const stored = await layer();
    expect(stored).toMatchObject({ revision: 1, spans: [{ quote: "complained" }] });
    await saveOperations(annotator, stored?.id ?? "", [removeOf(stored?.spans[0]?.id ?? "", 1)]);
    await upload(files);
    expect(await layer()).toMatchObject({ revision: 2, spans: [] });
  });

  it("hands layers in, with “nothing found” for an empty file, and they count", async () => {
    const { article, annotators, projectId, actors, upload } = await open();
    const name = `${article.externalId}.ann`;
    const first = await upload({ [name]: line(1, "LOADED", "complained") }, { submit: true });
    const annotatorId = at(annotators, 1).userId;
    const second = await upload({ [name]: "" }, { submit: true, annotatorId });
    expect([...first.layers, ...second.layers].map(({ isSubmitted }) => isSubmitted)).toEqual([
      true,
      true,
    ]);
    const [row] = await sql<{ nothingFound: boolean }>(
      `SELECT "nothingFound" FROM "Assignment" WHERE "annotatorId" = $1`,
      [annotatorId],
    );
    expect(row?.nothingFound).toBe(true);
    expect(await getAgreement(actors.admin, projectId, {})).toBeTruthy();
  });

  it("leaves a submitted layer alone until it is reopened", async () => {
    const { article, actors, upload, layer } = await open();
    const name = `${article.externalId}.ann`;
    const first = { [name]: line(1, "LOADED", "complained") };
    await upload(first, { submit: true });
    const more = { [name]: line(1, "LABEL", "creeping expansion") };
    expect(await upload(more)).toMatchObject({ isStored: false, errors: [{ file: name }] });
    expect(await upload(first, { submit: true })).toMatchObject({ isStored: true, errors: [] });
    await reopenAssignment(actors.admin, (await layer())?.id ?? "");
    expect(await upload(more)).toMatchObject({ isStored: true, layers: [{ kept: 1 }] });
  });

  it("moves, doubts and loses spans with reasons, and stores the others", async () => {
    const { article, upload, layer } = await open();
    const ann = [
      "T1\tLOADED 1 11\tcomplained",
      "T2\tVAGUE 3 6\tone",
      "T3\tLABEL 3 9\tnobody",
      line(4, "LOADED", "omplained of"),
      "T5\tDOUBT 40 90\tofficial said.",
    ].join("\n");
    const { layers, spans } = await upload({ [`${article.externalId}.ann`]: ann });
    expect(layers).toMatchObject([{ lost: 2 }]);
    expect(spans.map(({ line: at, result }) => [at, result])).toEqual([
      [3, "lost"],
      [1, "moved"],
      [2, expect.stringMatching(/moved|uncertain/) as string],
      [4, "lost"],
      [5, "moved"],
    ]);
    expect(spans.every(({ reason }) => reason.length > 10)).toBe(true);
    expect(spans.filter(({ reasonCode, facts }) => !reasonCode || !facts)).toEqual([]);
    expect((await layer())?.spans).toHaveLength(3);
  });

  it("lists a span that has come to stand where another one of the files does", async () => {
    const { article, upload } = await open();
    const name = `${article.externalId}.ann`;
    const ann = [line(1, "LOADED", "complained"), "T2\tLOADED 1 11\tcomplained"].join("\n");
    for (const kept of [1, 0]) {
      expect(await upload({ [name]: ann })).toMatchObject({
        layers: [{ kept, moved: 0, lost: 0, alreadyThere: 2 - kept }],
        spans: [
          {
            ...{ line: 2, result: "alreadyThere", quote: "complained" },
            ...{ reasonCode: "span_same_as_other", facts: { file: name, line: 1 } },
          },
        ],
      });
    }
  });

  it("maps tags, leaves out what is to be left out, and refuses what leads nowhere", async () => {
    const { article, upload, layer } = await open();
    const ann = [line(1, "Loaded_Language", "complained"), line(2, "Slogans", "creeping")].join(
      "\n",
    );
    const files = { [`${article.externalId}.ann`]: ann };
    const refused = await upload(files, { tagMap: { Loaded_Language: "LOUD" } });
    expect(refused.isStored).toBe(false);
    expect(refused.errors.map(({ message }) => message)).toEqual([
      expect.stringContaining("LOUD"),
      expect.stringContaining("Slogans"),
    ]);
    expect(refused.errors).toMatchObject([
      { reason: "tag_leads_nowhere", facts: { tag: "Loaded_Language", to: "LOUD" } },
      { reason: "tag_not_in_codebook", facts: { tag: "Slogans", count: 1 } },
    ]);
    const stored = await upload(files, { tagMap: { Loaded_Language: "LOADED", Slogans: null } });
    expect(stored.tags).toEqual([
      { tag: "Loaded_Language", tagId: "LOADED", count: 1 },
      { tag: "Slogans", tagId: null, count: 1 },
    ]);
    expect((await layer())?.spans).toMatchObject([{ tagId: "LOADED" }]);
  });

  it("of several people's work takes the one that is chosen", async () => {
    const { article, upload, layer } = await open();
    const row = (who: string, quote: string) => {
      const start = [...article.body.slice(0, article.body.indexOf(quote))].length;
      return `${article.externalId},${who},LOADED,body,${start},${start + quote.length},${quote}`;
    };
    const csv = [
      "article_external_id,annotator_id,tag,segment,start,end,quote",
      row("A01", "complained"),
      row("A02", "creeping"),
    ].join("\n");
    expect((await upload({ "annotations.csv": csv })).errors).toMatchObject([
      { message: expect.stringContaining("A01, A02") as string },
    ]);
    await upload({ "annotations.csv": csv }, { sourceAnnotator: "A02" });
    expect((await layer())?.spans).toMatchObject([{ quote: "creeping" }]);
  });

  it("takes an archive with brat's pairs, matched by name or by the text itself", async () => {
    const { article, upload, layer } = await open();
    const exported = {
      ...{ key: "x", article: { title: articleText.title, body: article.body } },
      spans: [
        {
          id: "1",
          segment: "body",
          start: 0,
          end: 9,
          quote: "Officials",
          tagId: "VAGUE",
          attributes: {},
        },
      ],
    } as const;
    const { ann, txt } = toBrat(exported, []);
    const zip = zipSync({
      [`${article.externalId}_ann1.ann`]: strToU8(ann),
      [`${article.externalId}_ann1.txt`]: strToU8(txt),
    });
    expect(await upload({ "work.zip": zip })).toMatchObject({ errors: [], layers: [{ kept: 1 }] });
    const label = JSON.stringify({ text: article.body, label: [[0, 9, "INSTITUTIONAL"]] });
    expect(await upload({ "all.jsonl": label })).toMatchObject({
      errors: [],
      layers: [{ kept: 1 }],
    });
    expect((await layer())?.spans).toHaveLength(2);
  });

  it("finds an article by the joint text of a tool that counts its texts itself", async () => {
    const { article, upload, layer } = await open();
    const text = `${articleText.title}\n\n${article.body}`;
    const start = articleText.title.length + 2;
    const line = JSON.stringify({ id: 1, text, label: [[start, start + 9, "INSTITUTIONAL"]] });
    expect(await upload({ "export.jsonl": line })).toMatchObject({
      ...{ errors: [], layers: [{ kept: 1 }] },
    });
    expect((await layer())?.spans).toMatchObject([{ segment: "body", start: 0, end: 9 }]);
    const other = JSON.stringify({ id: 1, text: "Another text.", label: [] });
    const refused = { errors: [{ reason: "layer_article_unknown" }] };
    expect(await upload({ "other.jsonl": other })).toMatchObject(refused);
    const called = `${article.externalId}.jsonl`;
    expect(await upload({ [called]: other })).toMatchObject({ errors: [] });
    expect(await upload({ [called]: `${line}\n${other}` })).toMatchObject(refused);
  });
});
