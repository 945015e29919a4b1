import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

/** Between two saves; as many annotators at work as that makes it. */
const pauseMs = 100;
const tagLength = 5;

/** An annotator at work on one of their articles: takes a span away and brings it back. */
export async function openLayer(session) {
  const { items } = await session.get("/api/v1/assignments?limit=200");
  const open = items.find(({ status }) => status === "assigned" || status === "in_progress");
  if (!open) throw new Error("the annotator has nothing to annotate");
  const path = `/api/v1/assignments/${open.id}`;
  const { article, codebook, spans } = await session.get(path);
  const tagId = findFreeTag(codebook, spans);
  const quote = [...article.body].slice(0, tagLength).join("");
  const send = async (operation) => {
    const begun = performance.now();
    const { results } = await session.post(`${path}/operations`, { operations: [operation] });
    if (results[0].result !== "applied") throw new Error(JSON.stringify(results[0]));
    return performance.now() - begun;
  };
  const spanId = randomUUID();
  const span = { id: spanId, segment: "body", start: 0, end: tagLength, quote, tagId };
  const added = { ...span, attributes: {} };
  await send({ id: randomUUID(), kind: "add", baseRevision: 0, span: added });
  let baseRevision = 1;
  // One span to and fro, so that the layer is as large at the end as at the beginning.
  return async () => {
    const timesMs = [];
    for (const kind of ["remove", "restore"]) {
      timesMs.push(await send({ id: randomUUID(), kind, spanId, baseRevision }));
      baseRevision += 1;
    }
    return timesMs;
  };
}

/** A tag that the annotator has not used, so that nothing overlaps itself. */
function findFreeTag({ families }, spans) {
  const used = new Set(spans.map(({ tagId }) => tagId));
  const free = families.flatMap(({ tags }) => tags).find(({ id }) => !used.has(id));
  if (!free) throw new Error("every tag is used");
  return free.id;
}

/** Saves over and over until `work` is done. @returns the times of the saves in ms */
export async function saveDuring(save, work) {
  const timesMs = [];
  let isOver = false;
  const saving = (async () => {
    while (!isOver) {
      timesMs.push(...(await save()));
      await sleep(pauseMs);
    }
  })();
  try {
    await work();
  } finally {
    isOver = true;
    await saving;
  }
  return timesMs;
}
