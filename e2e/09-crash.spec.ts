import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "@playwright/test";

import { startSlantwise } from "../scripts/testing/servers.mjs";
import { connect, ok } from "./fixtures/http";

type Saved = { results: { id: string; result: string }[] };
type Layer = { spans: { id: string }[] };

test("kill -9 while saving loses nothing acknowledged and doubles nothing", async () => {
  test.setTimeout(240_000);
  const server = await startSlantwise("e2e-crash", { DEMO: "1" });
  const { password } = JSON.parse(
    readFileSync(path.join(server.dataDir, "demo-accounts.json"), "utf8"),
  ) as { password: string };
  const annotator = await connect(server.url, "annotator-c@demo.local", password);
  const queue = await ok<{ items: { id: string }[] }>(annotator.get("/api/v1/assignments"));
  const address = `/api/v1/assignments/${queue.items[0]?.id}`;
  const { article } = await ok<{ article: { body: string } }>(annotator.get(address));
  const words = [...article.body.matchAll(/\p{Script=Latin}{4,}/gu)];

  const sent = words.slice(0, 200).map(({ 0: quote, index }) => ({
    id: crypto.randomUUID(),
    kind: "add",
    baseRevision: 0,
    span: {
      id: crypto.randomUUID(),
      segment: "body",
      start: [...article.body.slice(0, index)].length,
      end: [...article.body.slice(0, index)].length + [...quote].length,
      quote,
      tagId: "LOADED",
      attributes: {},
    },
  }));
  const acknowledged = new Set<string>();
  const saving = Promise.all(
    [0, 1, 2, 3].map(async (lane) => {
      for (let at = lane; at < sent.length; at += 4) {
        const data = { operations: [sent[at]] };
        // The server dies in the middle of this; what it did not answer is not acknowledged.
        const response = await annotator.post(`${address}/operations`, { data }).catch(() => null);
        if (!response?.ok()) return;
        const { results } = (await response.json()) as Saved;
        for (const { id, result } of results) if (result === "applied") acknowledged.add(id);
      }
    }),
  );
  await expect.poll(() => acknowledged.size).toBeGreaterThan(20);
  await server.kill();
  await saving;
  expect(acknowledged.size).toBeLessThan(sent.length);

  const port = new URL(server.url).port;
  const again = await startSlantwise("e2e-crash", { DEMO: "1", PORT: port }, { isKept: true });
  try {
    const survivor = await connect(again.url, "annotator-c@demo.local", password);
    const { spans } = await ok<Layer>(survivor.get(address));
    const stored = spans.map(({ id }) => id);
    expect(new Set(stored).size).toBe(stored.length);
    for (const { id, span } of sent) {
      if (acknowledged.has(id)) expect(stored).toContain(span.id);
    }
    // Sent once more, as the outbox does: what was stored is known, the rest comes in now.
    for (let at = 0; at < sent.length; at += 100) {
      const data = { operations: sent.slice(at, at + 100) };
      const { results } = await ok<Saved>(survivor.post(`${address}/operations`, { data }));
      for (const { result } of results) expect(["applied", "duplicate"]).toContain(result);
    }
    const complete = await ok<Layer>(survivor.get(address));
    expect(complete.spans).toHaveLength(sent.length);
  } finally {
    await again.stop();
  }
});
