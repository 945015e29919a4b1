// Runs in a process of its own, as the app's job does, so that no request waits for it.
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";

import { reportOf } from "../../../lib/domain/agreement/agreement-report";
import { ArticleCounter } from "../../../lib/domain/agreement/article-counter";
import type { SubmittedLayer } from "../../../lib/domain/agreement/article-sums";
import { ProjectSums } from "../../../lib/domain/agreement/project-sums";
import type { Codebook } from "../../../lib/domain/codebook/codebook";

type Article = { nCodePoints: number; layers: SubmittedLayer[] };
type Sample = {
  copyMs: number;
  copyBytes: number;
  statisticsMs: number;
  intervalsMs: number;
};

const [url, projectId, repetitions] = process.argv.slice(2);
if (!url || !projectId || !process.send) throw new Error("Start this from the benchmark.");
const client = new pg.Client({ connectionString: url });
await client.connect();
const codebook = await readCodebook();
const { articles, readMs } = await readArticles();
const samples: Sample[] = [];
for (let at = 0; at < Number(repetitions); at += 1) {
  samples.push({ ...(await timeCopy()), ...compute() });
}
await client.end();
process.send({ samples, readMs, peakRssMb: process.resourceUsage().maxRSS / 1024 });
process.disconnect();

/** All that is counted of every article, then each tag's alpha with its interval. */
function compute() {
  const begun = performance.now();
  const counter = new ArticleCounter(codebook);
  const sums = new ProjectSums(codebook);
  for (const { nCodePoints, layers } of articles) {
    const statistics = counter.count(nCodePoints, layers);
    if (statistics) sums.add(statistics);
  }
  const counted = performance.now();
  const report = reportOf(codebook, sums);
  const done = performance.now();
  if (report.nArticles !== articles.length) throw new Error("Not every article was counted.");
  return { statisticsMs: counted - begun, intervalsMs: done - counted };
}

/** The rows as they come, thrown away: what no reader of them can be faster than. */
async function timeCopy() {
  const begun = performance.now();
  let copyBytes = 0;
  for await (const chunk of copySpans()) copyBytes += chunk.length;
  return { copyMs: performance.now() - begun, copyBytes };
}

function copySpans(): AsyncIterable<Buffer> {
  return client.query(
    copyTo(
      `COPY (SELECT "assignmentId", segment, start, "end", "tagId" FROM "Span"
         WHERE "projectId" = ${pg.escapeLiteral(projectId ?? "")} AND "removedAt" IS NULL)
       TO STDOUT`,
    ),
  );
}

async function readCodebook(): Promise<Codebook> {
  const { rows } = await client.query<{ definition: Codebook }>(
    `SELECT definition FROM "CodebookVersion" WHERE "projectId" = $1`,
    [projectId],
  );
  if (!rows[0]) throw new Error("The project has no codebook.");
  return rows[0].definition;
}

async function readArticles(): Promise<{ articles: Article[]; readMs: number }> {
  const { rows } = await client.query<[string, string, string, number]>({
    text: `SELECT g.id, g."articleId", g."annotatorId", a."nCodePoints"
      FROM "Assignment" g JOIN "Article" a ON a.id = g."articleId"
      WHERE g."projectId" = $1 ORDER BY g."articleId"`,
    values: [projectId],
    rowMode: "array",
  });
  const begun = performance.now();
  const spansOf = await readSpans();
  const readMs = performance.now() - begun;
  const byId = new Map<string, Article>();
  for (const [assignmentId, articleId, annotatorId, nCodePoints] of rows) {
    let article = byId.get(articleId);
    if (!article) byId.set(articleId, (article = { nCodePoints, layers: [] }));
    article.layers.push({ annotatorId, spans: spansOf.get(assignmentId) ?? [] });
  }
  return { articles: [...byId.values()], readMs };
}

type LayerSpan = SubmittedLayer["spans"][number];

async function readSpans() {
  const spansOf = new Map<string, LayerSpan[]>();
  let rest = "";
  for await (const chunk of copySpans()) {
    const lines = (rest + chunk.toString()).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const [assignmentId = "", segment = "", start, end, tagId = ""] = line.split("\t");
      const known = spansOf.get(assignmentId);
      const span: LayerSpan = {
        segment: segment === "title" ? "title" : "body",
        start: Number(start),
        end: Number(end),
        tagId,
      };
      if (known) known.push(span);
      else spansOf.set(assignmentId, [span]);
    }
  }
  return spansOf;
}
