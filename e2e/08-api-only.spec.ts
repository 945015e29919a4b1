import { expect, test } from "@playwright/test";

import { demoEmail, demoPassword } from "./fixtures/accounts";
import { parseCsv, slice } from "./fixtures/csv";
import { articleFile, connect, ok } from "./fixtures/http";

type Listed<Item> = { items: Item[]; nextCursor: string | null };
type Disagreement = {
  id: string;
  kind: string;
  revision: number;
  members: { annotator: string; segment: string; start: number; end: number; quote: string }[];
};
const title = "Talks “collapse” 🗳️";
const body = "Critics say the deal is dead.\nA source told the paper otherwise.";

test("a script does the whole job: import, assign, annotate, decide, export", async ({
  baseURL,
}) => {
  const connectAs = (role: Parameters<typeof demoEmail>[0]) =>
    connect(baseURL ?? "", demoEmail(role), demoPassword());
  const admin = await connectAs("admin");
  const { id: projectId } = await ok<{ id: string }>(
    admin.post("/api/v1/projects", { data: { name: "By script" } }),
  );
  const base = `/api/v1/projects/${projectId}`;
  for (const [email, role] of [
    ["annotator-a", "annotator"],
    ["annotator-b", "annotator"],
    ["reviewer", "reviewer"],
    ["researcher", "researcher"],
  ] as const) {
    await ok(admin.post(`${base}/members`, { data: { email: demoEmail(email), role } }));
  }
  const file = articleFile("talks.txt", [title, "20260601", "https://example.org/talks", body]);
  const dry = await ok<{ imported: unknown[] }>(
    admin.post(`${base}/articles/import`, { multipart: { file, dryRun: "true" } }),
  );
  expect(dry.imported).toHaveLength(1);
  expect((await ok<Listed<object>>(admin.get(`${base}/articles`))).items).toEqual([]);
  await ok(admin.post(`${base}/articles/import`, { multipart: { file } }));
  const { items: articles } = await ok<Listed<{ id: string }>>(admin.get(`${base}/articles`));
  const { items: members } = await ok<Listed<{ userId: string; role: string }>>(
    admin.get(`${base}/members`),
  );
  await ok(
    admin.post(`${base}/assignments`, {
      data: {
        articleIds: articles.map(({ id }) => id),
        annotatorIds: members.filter(({ role }) => role === "annotator").map((one) => one.userId),
        perArticle: 2,
      },
    }),
  );

  const marks = { "annotator-a": "VAGUE", "annotator-b": "UNATTRIBUTED" } as const;
  for (const [role, tagId] of Object.entries(marks)) {
    const annotator = await connectAs(role as keyof typeof marks);
    const queue = await ok<Listed<{ id: string; projectId: string }>>(
      annotator.get("/api/v1/assignments?status=assigned"),
    );
    const id = queue.items.find((item) => item.projectId === projectId)?.id;
    const span = {
      id: crypto.randomUUID(),
      segment: "body",
      start: 0,
      end: 11,
      quote: "Critics say",
      tagId,
      attributes: { entity: "critics" },
    };
    const good = { id: crypto.randomUUID(), kind: "add", baseRevision: 0, span };
    const wrongQuote = {
      ...good,
      id: crypto.randomUUID(),
      span: { ...span, id: crypto.randomUUID(), quote: "critics say" },
    };
    const operations = [good, wrongQuote];
    type Saved = { revision: number; results: { result: string; problem?: { code: string } }[] };
    const save = () =>
      ok<Saved>(annotator.post(`/api/v1/assignments/${id}/operations`, { data: { operations } }));
    const { results } = await save();
    expect(results.map(({ result }) => result)).toEqual(["applied", "rejected"]);
    expect(results[1]?.problem?.code).toBe("quote_mismatch");
    expect((await save()).results[0]?.result).toBe("duplicate");
    const submit = () =>
      ok<{ status: string }>(
        annotator.post(`/api/v1/assignments/${id}/submit`, {
          data: { answers: { genre: "report" } },
        }),
      );
    expect((await submit()).status).toBe("submitted");
    expect((await submit()).status).toBe("submitted");
  }

  const reviewer = await connectAs("reviewer");
  const inbox = await ok<Listed<Disagreement>>(
    reviewer.get(`${base}/disagreements?status=open&family=SOURCING`),
  );
  expect(inbox.items.map(({ kind }) => kind)).toEqual(["tag"]);
  const [disagreement] = inbox.items;
  const accepted = disagreement?.members[0];
  const decision = {
    id: crypto.randomUUID(),
    outcome: "accept",
    baseRevision: disagreement?.revision,
    ruleCited: "R4",
    spans: [
      {
        segment: "body",
        start: accepted?.start,
        end: accepted?.end,
        quote: accepted?.quote,
        tagId: "VAGUE",
        attributes: { entity: "critics" },
      },
    ],
  };
  const path = `/api/v1/disagreements/${disagreement?.id}/decision`;
  await ok(reviewer.post(path, { data: decision }));
  await ok(reviewer.post(path, { data: decision }));
  const late = await reviewer.post(path, { data: { ...decision, id: crypto.randomUUID() } });
  expect(late.status()).toBe(409);

  const researcher = await connectAs("researcher");
  const read = async (name: string) =>
    parseCsv(await (await researcher.get(`${base}/exports/${name}`)).text());
  const annotations = await read("annotations.csv");
  expect(annotations.map(({ tag }) => tag).sort()).toEqual(["UNATTRIBUTED", "VAGUE"]);
  for (const row of annotations) {
    expect(slice(body, Number(row.start), Number(row.end))).toBe(row.quote);
    expect(row.attr_entity).toBe("critics");
  }
  const gold = await read("gold.csv");
  expect(gold).toHaveLength(1);
  expect(gold[0]).toMatchObject({
    tag: "VAGUE",
    outcome: "accept",
    rule_cited: "R4",
    n_support: "1",
    n_annotators: "2",
  });
});
