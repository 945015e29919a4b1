import { Logger, run } from "graphile-worker";
import { z } from "zod";

import { disconnect } from "../db/client";
import { describeError, log } from "../server/log";
import { giveWay } from "../server/low-priority";
import { giveUpImport, runImport, tidyImports } from "../services/import-run";

const importPlace = z.object({ projectId: z.uuid(), importId: z.uuid() });
/** Until a worker that died just before this one started counts as gone. */
const firstTidyMs = 21_000;

/** Works the queue off until it is told to stop. Any number may run on one database. */
async function work(): Promise<void> {
  const runner = await run({
    connectionString: process.env.DATABASE_URL,
    concurrency: 1,
    maxPoolSize: 3,
    crontab: "* * * * * tidy-imports ?max=1",
    logger: new Logger(() => (level: string, message) => {
      if (/^(error|warning)$/.test(level)) log("warn", "queue", { message });
    }),
    taskList: {
      "import-articles": async (payload, { job }) => {
        const place = importPlace.parse(payload);
        try {
          await runImport(place);
        } catch (error) {
          log("error", "import.failed", { ...place, ...describeError(error) });
          if (job.attempts < job.max_attempts) throw error;
          await giveUpImport(place);
        }
      },
      "tidy-imports": tidyImports,
    },
  });
  const tidy = setTimeout(() => void tidyAtStart(), firstTidyMs);
  await runner.promise;
  clearTimeout(tidy);
  await disconnect();
}

async function tidyAtStart(): Promise<void> {
  try {
    await tidyImports();
  } catch (error) {
    // The next minute brings another try.
    log("warn", "imports.tidy_failed", describeError(error));
  }
}

giveWay();
await work();
