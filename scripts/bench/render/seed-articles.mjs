import { randomUUID } from "node:crypto";

import { tsImport } from "tsx/esm/api";

const operationsPerRequest = 200;

/**
 * Gives an annotator two articles over the HTTP API: a short one without spans, and one of
 * `nWords` with `nSpans`. The codebook's first tag stays unused, so that it may be added anywhere.
 */
export async function seedArticles({ admin, annotator, nWords, nSpans }) {
  const { makeCorpus } = await tsImport("./page/corpus.ts", import.meta.url);
  const { memberships } = await admin.get("/api/v1/me");
  const { projectId } = memberships[0];
  const empty = await assign(admin, annotator, projectId, makeCorpus(200, 0, []));
  const full = makeCorpus(nWords, nSpans * 2, ["0", "1", "2", "3", "4", "5", "6", "7"]);
  const annotated = await assign(admin, annotator, projectId, full);
  const { codebook } = await annotator.get(`/api/v1/assignments/${annotated}`);
  const tagIds = codebook.families.flatMap(({ tags }) => tags.map(({ id }) => id)).slice(1);
  const spans = withoutSelfOverlap(full.spans)
    .slice(0, nSpans)
    .map((span) => ({ ...span, tagId: tagIds[Number(span.tagId) % tagIds.length] }));
  await addSpans(annotator, annotated, spans);
  return { empty, annotated };
}

async function assign(admin, annotator, projectId, { body }) {
  const upload = new FormData();
  const title = `Measured ${randomUUID()}`;
  const text = [title, "20260102", "", ...body.split("\n\n")].join("\n");
  upload.append("file", new File([text], `${title}.txt`));
  const project = `/api/v1/projects/${projectId}`;
  const { imported } = await admin.post(`${project}/articles/import`, upload);
  const { id: annotatorId } = await annotator.get("/api/v1/me");
  const articleIds = imported.map(({ id }) => id);
  await admin.post(`${project}/assignments`, {
    articleIds,
    annotatorIds: [annotatorId],
    perArticle: 1,
  });
  const { items } = await annotator.get("/api/v1/assignments?limit=200");
  return items.find(({ articleId }) => articleIds.includes(articleId)).id;
}

/** One annotator's spans of one tag may not overlap; a sample spread over the whole text. */
function withoutSelfOverlap(spans) {
  const ends = new Map();
  const kept = spans.filter(({ tagId, start, end }) => {
    if ((ends.get(tagId) ?? 0) > start) return false;
    ends.set(tagId, end);
    return true;
  });
  return kept.sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function addSpans(annotator, assignmentId, spans) {
  for (let at = 0; at < spans.length; at += operationsPerRequest) {
    const operations = spans.slice(at, at + operationsPerRequest).map((span) => {
      const { segment, start, end, quote, tagId } = span;
      const added = { id: randomUUID(), segment, start, end, quote, tagId, attributes: {} };
      return { id: randomUUID(), kind: "add", baseRevision: 0, span: added };
    });
    const path = `/api/v1/assignments/${assignmentId}/operations`;
    const { results } = await annotator.post(path, { operations });
    const refused = results.find(({ result }) => result !== "applied");
    if (refused) throw new Error(`not added: ${JSON.stringify(refused)}`);
  }
}
