import { randomUUID } from "node:crypto";

const nPeople = 12;
/** Places worth marking lie this far apart; what annotators mark there overlaps. */
const placeCodePoints = 200;

const sentence = "Officials complained of a creeping expansion, one Western official said. ";

/**
 * A project whose articles two to five annotators each have handed in, written by SQL alone: they
 * mark much the same places, with other edges and tags now and then.
 * @param memberIds by role, who besides its annotators may use the project
 */
export async function seedProject(client, { nArticles, spansPerArticle, codebook, memberIds }) {
  const projectId = randomUUID();
  const codebookId = randomUUID();
  const run = (text, ...values) => client.query(text, values);
  await run(
    `INSERT INTO "Project" (id, name) VALUES ($1, $2)`,
    ...[projectId, `${nArticles} articles`],
  );
  await run(
    `INSERT INTO "CodebookVersion" (id, "projectId", number, definition) VALUES ($1, $2, 1, $3)`,
    ...[codebookId, projectId, codebook],
  );
  await seedPeople(run, projectId, memberIds);
  const nPlaces = Math.ceil(spansPerArticle / 2) + 1;
  const body = sentence.repeat(Math.ceil((nPlaces * placeCodePoints) / sentence.length));
  await run(
    `INSERT INTO "Article" (id, "projectId", "externalId", title, body, outlet, "publishedOn",
       sha256, "nCodePoints")
     SELECT uuidv7(), $1, 'article-' || n, 'Leaders, reluctant to move: ' || n, text, 'example.org',
       '2026-01-31', encode(sha256(convert_to(text, 'UTF8')), 'hex'), char_length(text)
     FROM (SELECT n, $2 || n AS text FROM generate_series(1, $3::int) AS n) AS texts`,
    ...[projectId, body, nArticles],
  );
  await seedLayers(run, projectId, codebookId);
  await seedSpans(run, projectId, codebook, spansPerArticle);
  await run("ANALYZE");
  return { projectId, nArticles, nSpans: nArticles * spansPerArticle };
}

async function seedPeople(run, projectId, memberIds) {
  await run(
    `WITH people AS (
       INSERT INTO "User" (id, email, name, "passwordHash")
       SELECT id, id || '@bench.local', 'Bench', '' FROM
         (SELECT uuidv7() AS id FROM generate_series(1, $2::int)) AS made
       RETURNING id)
     INSERT INTO "Membership" ("projectId", "userId", role, pseudonym)
     SELECT $1::uuid, id, 'annotator'::"Role", 'A' || lpad(row_number() OVER ()::text, 2, '0')
     FROM people`,
    ...[projectId, nPeople],
  );
  for (const [at, [role, userId]] of Object.entries(memberIds).entries()) {
    await run(
      `INSERT INTO "Membership" ("projectId", "userId", role, pseudonym) VALUES ($1, $2, $3, $4)`,
      ...[projectId, userId, role, `M${at}`],
    );
  }
}

/** Article n goes to 2 + n % 4 people, neighbours in the list, so that everybody reads as much. */
function seedLayers(run, projectId, codebookId) {
  return run(
    `INSERT INTO "Assignment" (id, "projectId", "articleId", "annotatorId", "codebookVersionId",
       status, revision, "startedAt", "submittedAt")
     SELECT uuidv7(), $1, a.id, p."userId", $2, 'submitted', 1, now(), now()
     FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM "Article"
           WHERE "projectId" = $1) AS a
     CROSS JOIN LATERAL generate_series(0, 1 + (a.n % 4)::int) AS j
     JOIN (SELECT "userId", row_number() OVER (ORDER BY "userId") - 1 AS n FROM "Membership"
           WHERE "projectId" = $1 AND pseudonym LIKE 'A%') AS p ON p.n = (a.n + j) % $3`,
    ...[projectId, codebookId, nPeople],
  );
}

function seedSpans(run, projectId, codebook, spansPerArticle) {
  const tags = codebook.families.flatMap(({ id, tags }) =>
    tags.map((tag) => ({ tagId: tag.id, familyId: id })),
  );
  return run(
    `WITH layers AS (
       SELECT id, "articleId", row_number() OVER w - 1 AS j,
         count(*) OVER (PARTITION BY "articleId") AS k
       FROM "Assignment" WHERE "projectId" = $1
       WINDOW w AS (PARTITION BY "articleId" ORDER BY id)),
     places AS (
       SELECT layers.id, s / k AS place, j,
         hashtext("articleId"::text || (s / k)) & 1048575 AS shared,
         hashtext(layers.id::text || s) & 1048575 AS own
       FROM layers JOIN generate_series(0, $2::int - 1) AS s ON s % k = j),
     spans AS (
       SELECT id, place * $3::int + shared % 60 + CASE WHEN own % 4 = 0 THEN own / 4 % 12 ELSE 0 END
           AS start,
         20 + shared / 60 % 60 + CASE WHEN own % 3 = 0 THEN own / 3 % 20 ELSE 0 END AS length,
         1 + CASE WHEN own / 16 % 4 = 0 THEN own / 64 ELSE shared / 4096 END % $4::int AS tag
       FROM places)
     INSERT INTO "Span" (id, "projectId", "assignmentId", segment, start, "end", quote, "tagId",
       "familyId")
     SELECT uuidv7(), $1, id, 'body', start, start + length, repeat('x', length::int),
       ($5::text[])[tag], ($6::text[])[tag]
     FROM spans`,
    ...[projectId, spansPerArticle, placeCodePoints, tags.length],
    ...[tags.map(({ tagId }) => tagId), tags.map(({ familyId }) => familyId)],
  );
}
