import { describe, expect, it } from "vitest";

import { findLayer } from "../db/layers";
import { listAppliedOperations } from "../db/operations";
import { foldOperations } from "../domain/annotation/operation";
import { correctArticle, getArticle } from "./article-detail";
import { addArticleVersion } from "./article-versions";
import { getAssignment } from "./assignments";
import { articleText, at } from "./testing/make-project";
import { makeReviewedProject } from "./testing/make-reviewed-project";
import { parseStrictly, readExport } from "./testing/read-export";
import { sql } from "./testing/sql";

const marks = [
  [
    { quote: "complained", tagId: "LOADED" },
    { quote: "creeping expansion", tagId: "LOADED" },
    { quote: "one Western official", tagId: "VAGUE" },
  ],
  [],
] as const;

async function open() {
  const project = await makeReviewedProject(marks);
  const { projectId, actors, articleId } = project;
  const body = (...paragraphs: string[]) => ({
    name: "corrected.txt",
    bytes: new TextEncoder().encode([articleText.title, "", "", ...paragraphs].join("\n")),
  });
  const corrected = body(
    "A new first paragraph.",
    "Officials complained of an expansion, one Western official said.",
  );
  const send = (file = corrected, { dryRun = false, id = articleId } = {}) =>
    addArticleVersion(actors.admin, projectId, id, file, { dryRun });
  return { ...project, body, send };
}

describe("a new version of an article", () => {
  it("as a dry run says what would become of each span and stores nothing", async () => {
    const { send, projectId, actors, articleId } = await open();
    const dry = await send(undefined, { dryRun: true });
    expect(dry).toMatchObject({ dryRun: true, articleId: null, version: 2 });
    const spans = dry.layers.flatMap((layer) => layer.spans);
    expect(spans.map(({ quote, result }) => [quote, result])).toEqual([
      ["complained", "moved"],
      ["creeping expansion", "lost"],
      ["one Western official", "moved"],
    ]);
    expect(spans.map(({ reason, reasonCode, facts }) => [reason, reasonCode, facts])).toEqual([
      ["Found by its quote.", "span_found_by_quote", {}],
      ["The article's text doesn't say this.", "span_not_in_text", {}],
      ["Found by its quote.", "span_found_by_quote", {}],
    ]);
    const { versions } = await getArticle(actors.admin, projectId, articleId);
    expect(versions).toHaveLength(1);
  });

  it("takes layers over through the log, gives them back, and leaves the old ones alone", async () => {
    const { send, projectId, actors, annotators, articleId, assignmentIds } = await open();
    const before = await findLayer(projectId, at(assignmentIds, 0));
    const { articleId: newId, layers } = await send();
    const layer = layers.find(({ spans }) => spans.length > 0);
    const carried = await findLayer(projectId, layer?.assignmentId ?? "");
    expect([...carried.values()].map(({ quote, start }) => [quote, start]).sort()).toEqual([
      ["complained", 34],
      ["one Western official", 62],
    ]);
    const log = await listAppliedOperations(projectId, layer?.assignmentId ?? "");
    expect([...foldOperations(log).keys()].sort()).toEqual([...carried.keys()].sort());
    for (const operation of log) {
      expect(before.has((operation as { carriedFrom?: string }).carriedFrom ?? "")).toBe(true);
    }
    const fresh = await getArticle(actors.admin, projectId, newId ?? "");
    expect(fresh.versions.map(({ version }) => version)).toEqual([1, 2]);
    expect(fresh.nearDuplicates).toEqual([]);
    expect(fresh.layers?.map(({ status }) => status)).toEqual(["returned", "returned"]);
    expect(fresh.layers?.flatMap(({ carried }) => carried ?? [])).toHaveLength(3);

    const own = await getAssignment(at(annotators, 0), layer?.assignmentId ?? "");
    expect(own.doubtfulSpans).toMatchObject([
      { result: "lost", quote: "creeping expansion", spanId: null },
    ]);

    const old = await getArticle(actors.admin, projectId, articleId);
    expect(old.layers?.map(({ status }) => status)).toEqual(["submitted", "submitted"]);
    expect(await findLayer(projectId, at(assignmentIds, 0))).toEqual(before);
  });

  it("leaves the older one citable: exports name the version that each row is about", async () => {
    const { send, projectId, actors, articleId } = await open();
    const { researcher } = actors;
    const read = (file: "articles.csv" | "annotations.csv", query = {}) =>
      readExport(researcher, projectId, file, query).then(parseStrictly);
    const before = await read("annotations.csv");
    const { articleId: newId } = await send();
    expect(await read("annotations.csv")).toEqual(before);
    const articles = await read("articles.csv");
    expect(articles.map(({ article_id, version }) => [article_id, version])).toEqual([
      [articleId, "1"],
      [newId, "2"],
    ]);
    expect(new Set(articles.map(({ external_id }) => external_id)).size).toBe(1);
    const all = await read("annotations.csv", { status: "all" });
    expect(new Set(all.map(({ article_id }) => article_id))).toEqual(new Set([articleId, newId]));
    for (const row of all) {
      const article = articles.find(({ article_id }) => article_id === row.article_id);
      expect(row.article_sha256).toBe(article?.sha256);
      const { body = "" } = await getArticle(researcher, projectId, row.article_id ?? "");
      if (row.segment !== "body") continue;
      expect([...body].slice(Number(row.start), Number(row.end)).join("")).toBe(row.quote);
    }
    // By its own id a version is had alone, by the external id all of them.
    const externalId = articles[0]?.external_id ?? "";
    const alone = await read("articles.csv", { article: [articleId] });
    expect(alone.map(({ version }) => version)).toEqual(["1"]);
    expect(await read("articles.csv", { article: [externalId] })).toHaveLength(2);
  });

  it("may correct the title alone: every span of the text stays where it is", async () => {
    const { body, send, projectId, actors, articleId, assignmentIds } = await open();
    const [row] = await sql<{ body: string; sha256: string }>(
      `SELECT body, sha256 FROM "Article" WHERE id = $1`,
      [articleId],
    );
    const same = body(...(row?.body ?? "").split("\n\n"));
    const text = new TextDecoder().decode(same.bytes).replace(articleText.title, "Another title");
    const retitled = (title: string) => ({
      ...{ name: "a.txt", bytes: new TextEncoder().encode(text.replace("Another title", title)) },
    });
    const { articleId: second, layers } = await send(retitled("Another title"));
    expect(layers.flatMap(({ spans }) => spans.map(({ result }) => result))).toEqual(
      Array(3).fill("kept"),
    );
    const places = async (assignmentId: string) =>
      [...(await findLayer(projectId, assignmentId)).values()]
        .map(({ segment, start, end, quote }) => [segment, start, end, quote])
        .sort();
    const carried = layers.find(({ spans }) => spans.length > 0)?.assignmentId ?? "";
    expect(await places(carried)).toEqual(await places(at(assignmentIds, 0)));

    // There and back again: the first title under the same text is a version like any other.
    const third = await send(retitled(articleText.title), { id: second ?? "" });
    const { versions } = await getArticle(actors.admin, projectId, third.articleId ?? "");
    expect(versions.map(({ version }) => version)).toEqual([1, 2, 3]);
    const rows = await sql(
      `SELECT sha256, "textVersion" FROM "Article" WHERE "projectId" = $1 ORDER BY version`,
      [projectId],
    );
    expect(rows).toEqual([1, 2, 3].map((n) => ({ sha256: row?.sha256, textVersion: n })));
  });

  it("can't give a text to a second article, whoever writes it", async () => {
    const { projectId, articleId } = await open();
    const copy = (textVersion: number, version: number) =>
      sql(
        `INSERT INTO "Article" (id, "projectId", "externalId", title, body, sha256, "nCodePoints",
           version, "textVersion")
         SELECT gen_random_uuid(), "projectId", 'another', title, body, sha256, "nCodePoints", $2, $3
         FROM "Article" WHERE id = $1 AND "projectId" = $4`,
        [articleId, version, textVersion, projectId],
      );
    await expect(copy(1, 1)).rejects.toMatchObject({ code: "23505" });
    await expect(copy(2, 2)).rejects.toMatchObject({ code: "23514" });
    await expect(copy(2, 1)).rejects.toMatchObject({ code: "23514" });
  });

  it("is refused where the text is here already, there is a newer one, or it isn't one", async () => {
    const { send, body, articleId } = await open();
    const [row] = await sql<{ body: string }>(`SELECT body FROM "Article" WHERE id = $1`, [
      articleId,
    ]);
    const same = body(...(row?.body ?? "").split("\n\n"));
    await expect(send(same)).rejects.toMatchObject({ code: "invalid" });
    await expect(send({ name: "a.csv", bytes: new Uint8Array(0) })).rejects.toMatchObject({
      code: "invalid",
      details: { reason: "file_not_read", errors: [{ path: "a.csv:1", reason: "file_empty" }] },
    });
    const two = new TextEncoder().encode("title,text\nA,One.\nB,Two.");
    await expect(send({ name: "a.csv", bytes: two })).rejects.toMatchObject({ code: "invalid" });
    await send();
    await expect(send(body("Something else."))).rejects.toMatchObject({ code: "conflict" });
  });

  it("is stored once when two are sent at the same moment", async () => {
    const { send, body } = await open();
    const results = await Promise.allSettled([send(), send(body("Another correction."))]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("an article", () => {
  it("has its language corrected, and the trail says from what", async () => {
    const { projectId, actors, articleId } = await open();
    const { language: before } = await getArticle(actors.admin, projectId, articleId);
    const after = await correctArticle(actors.admin, projectId, articleId, { language: "cs" });
    expect(after).toMatchObject({ language: "cs", isLanguageDetected: false });
    const [event] = await sql(
      `SELECT detail FROM "AuditEvent" WHERE action = 'article.language_corrected' AND subject = $1`,
      [articleId],
    );
    expect(event?.detail).toEqual({ from: before, to: "cs" });
  });

  it("shows who annotates it to admins alone", async () => {
    const { projectId, actors, articleId } = await open();
    expect((await getArticle(actors.researcher, projectId, articleId)).layers).toBeNull();
    expect((await getArticle(actors.reviewer, projectId, articleId)).layers).toBeNull();
  });
});
