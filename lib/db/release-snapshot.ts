import pg from "pg";

import { type AdvancedReport, advancedReportVersion } from "../domain/agreement/advanced-report";
import type { CountedStatistics } from "../domain/agreement/agreement-report";
import type { Codebook } from "../domain/codebook/codebook";
import type { ReleaseFacts } from "../domain/releases/release-facts";
import { CopyOut } from "./copy-out";

// The settings that exports run under: one sure plan that walks the articles in order.
const begin = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
  SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_sort = off;
  SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL TimeZone = 'UTC'`;
const textBatch = 200;
const chunkBytes = 262_144;

export type SnapshotCodebook = { id: string; number: number; definition: Codebook };

/** The database as it stood at one moment, for all files of a release. One query at a time. */
export class ReleaseSnapshot {
  private constructor(private readonly client: pg.Client) {}

  static async open(): Promise<ReleaseSnapshot> {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    // A connection that is lost fails the query too, which is where it is handled.
    client.on("error", () => undefined);
    await client.connect();
    await client.query(begin);
    return new ReleaseSnapshot(client);
  }

  /** Ends the snapshot, whatever it is doing. */
  async close(): Promise<void> {
    await this.client.end();
  }

  /** What a COPY ... TO STDOUT sends, cut anywhere, at the pace at which it is taken. */
  async *copy(statement: string): AsyncGenerator<Buffer> {
    yield* this.client.query(new CopyOut(statement, chunkBytes)) as AsyncIterable<Buffer>;
  }

  /** Every codebook version of the project, oldest first. */
  async listCodebooks(projectId: string): Promise<SnapshotCodebook[]> {
    const { rows } = await this.client.query<SnapshotCodebook>(
      `SELECT id, number, definition FROM "CodebookVersion" WHERE "projectId" = $1 ORDER BY number`,
      [projectId],
    );
    return rows;
  }

  /** Batches of the articles' bodies, in id order. */
  async *eachTextBatch(projectId: string): AsyncGenerator<{ id: string; body: string }[]> {
    let after = "00000000-0000-0000-0000-000000000000";
    for (;;) {
      const { rows } = await this.client.query<{ id: string; body: string }>(
        `SELECT id, body FROM "Article" WHERE "projectId" = $1 AND id > $2 ORDER BY id LIMIT $3`,
        [projectId, after, textBatch],
      );
      if (rows.length > 0) yield rows;
      if (rows.length < textBatch) return;
      after = rows.at(-1)?.id ?? after;
    }
  }

  /** What agreement is computed from, in article order. */
  async listStatistics(projectId: string): Promise<CountedStatistics[]> {
    const { rows } = await this.client.query<CountedStatistics>(
      `SELECT statistics, gold FROM "ArticleAgreement" WHERE "projectId" = $1 ORDER BY "articleId"`,
      [projectId],
    );
    return rows;
  }

  /** The advanced coefficients, if they were computed from the layers as they are. */
  async findAdvanced(projectId: string): Promise<AdvancedReport | null> {
    const { rows } = await this.client.query<{ advanced: AdvancedReport | null }>(
      `SELECT advanced FROM "AgreementReport" WHERE "projectId" = $1 AND "isAdvancedCurrent"`,
      [projectId],
    );
    const stored = rows[0]?.advanced ?? null;
    return stored?.version === advancedReportVersion ? stored : null;
  }

  /** Pseudonym by user id, removed members included. */
  async listPseudonyms(projectId: string): Promise<Map<string, string>> {
    const { rows } = await this.client.query<{ userId: string; pseudonym: string }>(
      `SELECT "userId", pseudonym FROM "Membership" WHERE "projectId" = $1`,
      [projectId],
    );
    return new Map(rows.map(({ userId, pseudonym }) => [userId, pseudonym]));
  }

  /** The counts that the written parts of a release state. */
  async readFacts(projectId: string): Promise<ReleaseFacts> {
    // No order is asked for here, and layers from files are found among all only by hashing.
    await this.client.query("SET LOCAL enable_hashjoin = on");
    const { rows } = await this.client.query<{ facts: ReleaseFacts }>(factsQuery, [projectId]);
    await this.client.query("SET LOCAL enable_hashjoin = off");
    const [row] = rows;
    if (!row) throw new Error(`no project ${projectId}`);
    return row.facts;
  }
}

const tally = (column: string, from: string) =>
  `(SELECT coalesce(json_object_agg(key, n ORDER BY key), '{}') FROM
     (SELECT ${column} AS key, count(*)::int AS n FROM ${from} GROUP BY 1) AS tally)`;

const read = "status = 'submitted' AND f.id IS NULL";

// Layers that files brought something into, and what newer versions of articles took over from them.
const factsQuery = `WITH RECURSIVE from_files AS (
  SELECT subject::uuid AS id FROM "AuditEvent"
  WHERE "projectId" = $1 AND action = 'annotations.imported'
    AND ((detail->>'nSpans')::int > 0 OR (detail->>'submit')::boolean)
  UNION
  SELECT c."assignmentId" FROM from_files f
    JOIN "CarriedLayer" c ON c."projectId" = $1 AND c."fromAssignmentId" = f.id
) SELECT json_build_object(
  'projectName', p.name,
  'annotatorsPerArticle', p."annotatorsPerArticle",
  'articles', (SELECT json_build_object('n', count(*)::int,
      'corrected', count(*) FILTER (WHERE version > 1)::int, 'outlets', count(DISTINCT outlet)::int,
      'from', to_char(min("publishedOn"), 'YYYY-MM-DD'),
      'to', to_char(max("publishedOn"), 'YYYY-MM-DD'),
      'shortest', min("nCodePoints"), 'longest', max("nCodePoints"))
    FROM "Article" WHERE "projectId" = p.id),
  'languages', ${tally("language", `"Article" WHERE "projectId" = p.id`)},
  'layers', ${tally("status::text", `"Assignment" WHERE "projectId" = p.id AND NOT "isTraining"`)},
  'work', (SELECT json_build_object(
      'from', to_char(min("assignedAt") FILTER (WHERE f.id IS NULL), 'YYYY-MM-DD'),
      'to', to_char(max("submittedAt") FILTER (WHERE f.id IS NULL), 'YYYY-MM-DD'),
      'annotators', count(DISTINCT "annotatorId") FILTER (WHERE status = 'submitted')::int,
      'imported', count(*) FILTER (WHERE status = 'submitted' AND f.id IS NOT NULL)::int,
      'readers', count(DISTINCT "annotatorId") FILTER (WHERE ${read})::int,
      'empty', count(*) FILTER (WHERE status = 'submitted' AND "nothingFound")::int,
      'outletHidden', count(*) FILTER (WHERE ${read} AND "wasOutletBlind")::int,
      'outletShown', count(*) FILTER (WHERE ${read} AND NOT "wasOutletBlind")::int,
      'activeSeconds', coalesce(sum("activeSeconds") FILTER (WHERE ${read}), 0)::int)
    FROM "Assignment" g LEFT JOIN from_files f ON f.id = g.id
    WHERE "projectId" = p.id AND NOT "isTraining"),
  'families', ${tally(
    's."familyId"',
    `"Span" s JOIN "Assignment" g ON g."projectId" = s."projectId" AND g.id = s."assignmentId"
      WHERE s."projectId" = p.id AND s."removedAt" IS NULL AND g.status = 'submitted'
        AND NOT g."isTraining"`,
  )},
  'gold', ${tally("outcome::text", `"GoldSpan" WHERE "projectId" = p.id AND "retiredAt" IS NULL`)}
) AS facts FROM "Project" p WHERE p.id = $1`;
