import { setTimeout as sleep } from "node:timers/promises";

import { median, quantile, ratio } from "../median.mjs";

const nVisits = 60;
const nWarm = 10;
const mostWaitMs = 600_000;

/**
 * Opens the agreement of a small and of a large project in turn, once both have a report. The large
 * one's is computed by the app's own job, while which the endpoint must go on answering.
 */
export async function compareOpening(session, small, large) {
  const first = await openUntilCurrent(session, large);
  await openUntilCurrent(session, small);
  const timesMs = { small: [], large: [] };
  for (let visit = 0; visit < nVisits + nWarm; visit++) {
    for (const [name, { projectId }] of Object.entries({ small, large })) {
      const { ms } = await open(session, projectId);
      if (visit >= nWarm) timesMs[name].push(ms);
    }
  }
  const [smallMs, largeMs] = [median(timesMs.small), median(timesMs.large)];
  return {
    nArticlesSmall: small.nArticles,
    nArticlesLarge: large.nArticles,
    smallMs,
    largeMs,
    ratio: ratio(largeMs, smallMs),
    jobMs: first.waitedMs,
    duringJobMs: quantile(first.timesMs, 0.5),
  };
}

async function open(session, projectId) {
  const begun = performance.now();
  const answer = await session.get(`/api/v1/projects/${projectId}/agreement`);
  return { answer, ms: performance.now() - begun };
}

async function openUntilCurrent(session, { projectId, nArticles }) {
  const begun = performance.now();
  const timesMs = [];
  for (;;) {
    const { answer, ms } = await open(session, projectId);
    timesMs.push(ms);
    const waitedMs = performance.now() - begun;
    if (!answer.isRefreshing) {
      if (answer.nArticles === nArticles) return { waitedMs, timesMs };
      throw new Error(`the report counts ${answer.nArticles} of ${nArticles} articles`);
    }
    if (waitedMs > mostWaitMs) throw new Error("the agreement job did not end");
    await sleep(200);
  }
}
