import { seedProject } from "../agreement/seed.mjs";
import { median, ratio } from "../median.mjs";
import { watchPlans } from "./plans.mjs";

const nRounds = 15;
const nWarm = 3;
const spansPerArticle = 2;

/**
 * Opens the lists of a small and of a large project in turn, and says by which indexes PostgreSQL
 * answers for the large one.
 */
export async function measureLists({ app, client, databaseUrl, sessions, nArticles, say }) {
  const { admin } = sessions;
  const { rows } = await client.query(`SELECT definition FROM "CodebookVersion" LIMIT 1`);
  const make = async (count, annotator) => {
    say(`import: a project of ${count} articles is being made for its lists`);
    const [me, boss] = await Promise.all([annotator.get("/api/v1/me"), admin.get("/api/v1/me")]);
    const project = await seedProject(client, {
      ...{ nArticles: count, spansPerArticle, codebook: rows[0].definition },
      memberIds: { admin: boss.id, annotator: me.id },
    });
    await addWork(client, project.projectId, me.id);
    return { ...project, annotator };
  };
  const small = await make(100, sessions.annotators[0]);
  const large = await make(nArticles, sessions.annotators[1]);
  const lists = await describeLists(client, admin);
  const timesMs = lists.map(() => ({ small: [], large: [] }));
  for (let round = 0; round < nRounds + nWarm; round++) {
    for (const [at, list] of lists.entries()) {
      for (const [size, project] of Object.entries({ small, large })) {
        const begun = performance.now();
        await list.open(project);
        if (round >= nWarm) timesMs[at][size].push(performance.now() - begun);
      }
    }
  }
  const plansOf = await watchPlans(app.dataDir, databaseUrl);
  await lists[0].open(large).catch(() => undefined);
  const measured = [];
  for (const [at, list] of lists.entries()) {
    const [smallMs, largeMs] = [median(timesMs[at].small), median(timesMs[at].large)];
    const plans = await plansOf(() => list.open(large));
    measured.push({
      ...{ list: list.name, smallMs, largeMs, ratio: ratio(largeMs, smallMs) },
      plans: plans.filter(({ query }) => query.includes(list.table)),
    });
  }
  return measured;
}

/** Each list as its first page, and in the middle, where counting rows off would show. */
async function describeLists(client, admin) {
  const list = (name, table, open) => ({ name, table: `"${table}"`, open });
  const middles = new Map();
  const middleOf = async (table, projectId, annotatorId = null) => {
    const key = `${table} ${projectId} ${annotatorId}`;
    if (!middles.has(key)) {
      const who = annotatorId ? `AND "annotatorId" = '${annotatorId}'` : "";
      const found = await client.query(
        `SELECT id FROM "${table}" WHERE "projectId" = $1 ${who} ORDER BY id
         OFFSET (SELECT count(*) / 2 FROM "${table}" WHERE "projectId" = $1 ${who}) LIMIT 1`,
        [projectId],
      );
      middles.set(key, found.rows[0].id);
    }
    return middles.get(key);
  };
  const inProject =
    (session, path, table, query = "") =>
    async ({ projectId }) => {
      const cursor = table ? `&cursor=${await middleOf(table, projectId)}` : "";
      await session.get(`/api/v1/projects/${projectId}/${path}?limit=50${query}${cursor}`);
    };
  const queue = (query = "") => {
    return ({ annotator }) => annotator.get(`/api/v1/assignments?limit=50${query}`);
  };
  return [
    list("articles", "Article", inProject(admin, "articles")),
    list("articles, in the middle", "Article", inProject(admin, "articles", "Article")),
    list("inbox", "Disagreement", inProject(admin, "disagreements")),
    list("inbox, in the middle", "Disagreement", inProject(admin, "disagreements", "Disagreement")),
    list("inbox, open", "Disagreement", inProject(admin, "disagreements", null, "&status=open")),
    list("inbox, a kind", "Disagreement", inProject(admin, "disagreements", null, "&kind=tag")),
    list("queue", "Assignment", queue()),
    list("queue, assigned", "Assignment", queue("&status=assigned")),
    list("queue, in the middle", "Assignment", async ({ projectId, annotator }) => {
      const { id } = await annotator.get("/api/v1/me");
      await annotator.get(
        `/api/v1/assignments?limit=50&cursor=${await middleOf("Assignment", projectId, id)}`,
      );
    }),
    list("assignments", "Assignment", inProject(admin, "assignments")),
  ];
}

/** A queue for the annotator and a disagreement on every article. */
async function addWork(client, projectId, annotatorId) {
  await client.query(
    `INSERT INTO "Assignment" (id, "projectId", "articleId", "annotatorId", "codebookVersionId")
     SELECT uuidv7(), $1, a.id, $2, c.id FROM "Article" a
     JOIN "CodebookVersion" c ON c."projectId" = $1 WHERE a."projectId" = $1`,
    [projectId, annotatorId],
  );
  await client.query(
    `INSERT INTO "Disagreement" (id, "projectId", "articleId", "familyId", kind, segment, start,
       "end", status, fingerprint, "tagIds", members)
     SELECT uuidv7(), $1, id, 'FRAMING',
       (ARRAY['one_sided', 'boundary', 'tag'])[1 + n % 3]::"DisagreementKind", 'body', 0, 5,
       (ARRAY['open', 'open', 'decided', 'stale'])[1 + n % 4]::"DisagreementStatus", id::text,
       ARRAY['LOADED'], '[]'
     FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM "Article"
           WHERE "projectId" = $1) AS articles`,
    [projectId],
  );
  await client.query("ANALYZE");
}
