import { randomUUID } from "node:crypto";

const spansPerArticle = 100;
const annotators = 4;
const note = 'said, "no"; line two\nhere';

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });
const paragraph =
  "Officials complained of a “creeping expansion”, one Western official said. Critics call the plan reckless, and several families 👩‍👩‍👧 reacted. The café owners' union, by contrast, was silent.";

/** About 5,000 characters in which the same places are worth marking in every article. */
function bodyOf(articleMark) {
  return [
    `Report ${articleMark} of the foreign desk, as it was filed on Monday.`,
    ...Array.from({ length: 25 }, () => paragraph),
  ].join("\n\n");
}

/** What the app stores of a span of the body that starts at a UTF-16 offset. */
function placeAt(body, startUtf16, length) {
  const endUtf16 = startUtf16 + length;
  const [before, quote, after] = [
    [...body.slice(0, startUtf16)],
    [...body.slice(startUtf16, endUtf16)],
    [...body.slice(endUtf16)],
  ];
  const paragraphs = [...body.matchAll(/[^\n]+/g)].filter(({ index }) => index <= startUtf16);
  const sentence = paragraphs
    .flatMap(({ index, 0: text }) =>
      [...sentences.segment(text)].map((segment) => index + segment.index),
    )
    .filter((start) => start <= startUtf16).length;
  return {
    start: before.length,
    end: before.length + quote.length,
    quote: quote.join(""),
    startUtf16,
    endUtf16,
    prefix: before.slice(-32).join(""),
    suffix: after.slice(0, 32).join(""),
    paragraph: paragraphs.length,
    sentence,
  };
}

function places() {
  const body = bodyOf("000000");
  const phrases = ["complained", "creeping expansion", "reckless", "families 👩‍👩‍👧 reacted"];
  return phrases.flatMap((phrase) =>
    [...body.matchAll(new RegExp(phrase, "g"))].map(({ index }) =>
      placeAt(body, index, phrase.length),
    ),
  );
}

/**
 * A project of `nRows` submitted annotations, a hundred to an article, written by SQL alone.
 * Places, quotes and contexts are what the app would have stored.
 * @returns the project's id; the researcher may read its exports
 */
export async function seedProject(client, { nRows, researcherId, codebook }) {
  const projectId = randomUUID();
  const nArticles = Math.ceil(nRows / spansPerArticle);
  const run = (text, ...values) => client.query(text, values);
  await run(`INSERT INTO "Project" (id, name) VALUES ($1, $2)`, projectId, `Bench of ${nRows}`);
  await run(
    `WITH people AS (
       INSERT INTO "User" (id, email, name, "passwordHash")
       SELECT id, id || '@bench.local', 'Bench', '' FROM
         (SELECT uuidv7() AS id FROM generate_series(1, $2::int)) AS made
       RETURNING id)
     INSERT INTO "Membership" ("projectId", "userId", role, pseudonym)
     SELECT $1::uuid, id, 'annotator'::"Role", 'A' || lpad(row_number() OVER ()::text, 2, '0') FROM people
     UNION ALL SELECT $1::uuid, $3::uuid, 'researcher'::"Role", 'R01'`,
    ...[projectId, annotators, researcherId],
  );
  const codebookId = randomUUID();
  await run(
    `INSERT INTO "CodebookVersion" (id, "projectId", number, definition) VALUES ($1, $2, 1, $3)`,
    ...[codebookId, projectId, codebook],
  );
  const [head, tail] = bodyOf("#").split("#");
  await run(
    `INSERT INTO "Article" (id, "projectId", "externalId", title, body, url, outlet, "publishedOn",
       sha256, "nCodePoints")
     SELECT uuidv7(), $1, 'article-' || mark, 'Leaders, reluctant to move: ' || mark,
       $2 || mark || $3, 'https://www.example.org/news/' || mark, 'example.org', '2026-01-31',
       encode(sha256(convert_to(mark, 'UTF8')), 'hex'), char_length($2 || mark || $3)
     FROM (SELECT lpad(n::text, 6, '0') AS mark FROM generate_series(1, $4::int) AS n) AS marks`,
    ...[projectId, head, tail, nArticles],
  );
  await run(
    `INSERT INTO "Assignment" (id, "projectId", "articleId", "annotatorId", "codebookVersionId",
       status, revision, "startedAt", "submittedAt")
     SELECT uuidv7(), $1, a.id, m."userId", $2, 'submitted', 1, now(), now()
     FROM "Article" a JOIN "Membership" m ON m."projectId" = a."projectId" AND m.role = 'annotator'
     WHERE a."projectId" = $1`,
    ...[projectId, codebookId],
  );
  await run(
    `INSERT INTO "Span" (id, "projectId", "assignmentId", segment, start, "end", quote, "tagId",
       "familyId", attributes, "startUtf16", "endUtf16", prefix, suffix, paragraph, sentence)
     SELECT uuidv7(), $1, g.id, 'body', p.start, p."end", p.quote, 'LOADED', 'FRAMING',
       CASE p.sentence % 3
         WHEN 0 THEN jsonb_build_object('target', 'Western officials', 'intensity', 2,
           'polarity', 'negative', 'voice', 'outlet')
         WHEN 1 THEN jsonb_build_object('confidence', 2, 'note', $4::text)
         ELSE '{}' END,
       p."startUtf16", p."endUtf16", p.prefix, p.suffix, p.paragraph, p.sentence
     FROM (SELECT id, row_number() OVER (ORDER BY "articleId", "annotatorId") AS n
           FROM "Assignment" WHERE "projectId" = $1) AS g
     JOIN jsonb_to_recordset($2::jsonb) AS p(n int, start int, "end" int, quote text,
       "startUtf16" int, "endUtf16" int, prefix text, suffix text, paragraph int, sentence int)
       ON p.n % $3 = g.n % $3`,
    ...[projectId, JSON.stringify(places().map((place, n) => ({ ...place, n }))), annotators, note],
  );
  await run("ANALYZE");
  return { projectId, nArticles, nRows: nArticles * spansPerArticle };
}
