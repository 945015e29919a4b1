import { setTimeout as sleep } from "node:timers/promises";

import { expect, it } from "vitest";

import { importArticles } from "./article-import";
import { sourceOfBytes } from "./import/source";
import { articleFile, makeProject } from "./testing/make-project";
import { withClient } from "./testing/sql";

const nProjects = 10;
const mostConnections = 4;

it("many imports at once take turns, so that connections are left for whoever saves", async () => {
  const projects: Awaited<ReturnType<typeof makeProject>>[] = [];
  for (let n = 0; n < nProjects; n++) projects.push(await makeProject({ nAnnotators: 0 }));
  const done = await withClient(async (client) => {
    const ids = projects.map(({ projectId }) => projectId);
    await client.query(
      `SELECT pg_advisory_lock(hashtextextended('imports ' || id, 0)) FROM unnest($1::text[]) AS id`,
      [ids],
    );
    const count = async () => {
      const { rows } = await client.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'slantwise import'`,
      );
      return rows[0]?.n ?? 0;
    };
    const imports = projects.map(({ actors, projectId }) => {
      const sources = [sourceOfBytes(articleFile("one", "one.txt"))];
      return importArticles(actors.admin, projectId, sources, { dryRun: false, partial: false });
    });
    // Each waits for its project's turn with what it holds, until no further one comes.
    for (let [n, nSame] = [0, 0]; n === 0 || nSame < 20; await sleep(20)) {
      const now = await count();
      nSame = now === n ? nSame + 1 : 0;
      n = now;
    }
    expect(await count()).toBe(mostConnections);
    await client.query("SELECT pg_advisory_unlock_all()");
    return Promise.all(imports);
  });
  expect(done.map(({ imported }) => imported.length)).toEqual(projects.map(() => 1));
});
