import { describe, expect, it } from "vitest";

import type { Operation } from "../domain/annotation/operation";
import { linkAttribute, linkAttributes } from "../domain/spans/links";
import { saveOperations } from "./annotation";
import { getAssignment } from "./assignments";
import { assignArticle, at, makeProject } from "./testing/make-project";
import { addOf, removeOf } from "./testing/make-operations";
import { sql } from "./testing/sql";

const relayedBy = linkAttribute("relayed_by");

async function openWithTwoSpans() {
  const project = await makeProject();
  const { assignmentIds } = await assignArticle(project);
  const assignmentId = at(assignmentIds, 0);
  const annotator = at(project.annotators, 0);
  const save = (...operations: Operation[]) => saveOperations(annotator, assignmentId, operations);
  const source = addOf({ quote: "complained", tagId: "VAGUE" });
  const relay = addOf({ quote: "claimed", tagId: "MEDIA_RELAY" });
  await save(source, relay);
  const standing = () =>
    sql<{ kind: string; to: string }>(
      `SELECT kind, "toSpanId" AS to FROM "Link" WHERE "assignmentId" = $1 AND "removedAt" IS NULL`,
      [assignmentId],
    );
  const annotate = (attributes: Record<string, string>, baseRevision: number): Operation => ({
    id: crypto.randomUUID(),
    kind: "annotate",
    spanId: source.span.id,
    baseRevision,
    attributes,
  });
  return { annotator, assignmentId, save, source, relay, standing, annotate };
}

describe("a link between spans", () => {
  it("is stored with the span that says it, and goes when the span no longer does", async () => {
    const { save, relay, standing, annotate, annotator, assignmentId } = await openWithTwoSpans();
    await save(annotate({ [relayedBy]: relay.span.id }, 1));
    expect(await standing()).toEqual([{ kind: "relayed_by", to: relay.span.id }]);
    const { spans } = await getAssignment(annotator, assignmentId);
    expect(spans.map(({ attributes }) => attributes[relayedBy])).toContain(relay.span.id);
    await save(annotate({}, 2));
    expect(await standing()).toEqual([]);
  });

  it("is refused to a span that isn't there, was removed, or is the span itself", async () => {
    const { save, source, relay, annotate } = await openWithTwoSpans();
    const refusal = async (toSpanId: string) =>
      (await save(annotate({ [relayedBy]: toSpanId }, 1))).results[0]?.problem?.code;
    expect(await refusal(crypto.randomUUID())).toBe("bad_link");
    expect(await refusal(source.span.id)).toBe("bad_link");
    await save(removeOf(relay.span.id, 1));
    expect(await refusal(relay.span.id)).toBe("bad_link");
  });

  it("leads to several, of which one that is removed hinders no other change", async () => {
    const { save, relay, standing, annotate } = await openWithTwoSpans();
    const second = addOf({ quote: "creeping", tagId: "LOADED" });
    await save(second);
    const both = linkAttributes([
      { kind: "relayed_by", toSpanId: relay.span.id },
      { kind: "relayed_by", toSpanId: second.span.id },
    ]);
    await save(annotate(both, 1));
    expect((await standing()).map(({ to }) => to).sort()).toEqual(
      [relay.span.id, second.span.id].sort(),
    );
    await save(removeOf(relay.span.id, 1));
    const { results } = await save(annotate({ ...both, note: "Seen again" }, 2));
    expect(results[0]?.result).toBe("applied");
    await save(annotate({ [relayedBy]: second.span.id }, 3));
    expect(await standing()).toEqual([{ kind: "relayed_by", to: second.span.id }]);
    const again = await save(annotate({ [relayedBy]: relay.span.id }, 4));
    expect(again.results[0]?.problem?.code).toBe("bad_link");
  });

  it("of a kind that the codebook doesn't have is refused", async () => {
    const { save, relay, annotate } = await openWithTwoSpans();
    const { results } = await save(annotate({ [linkAttribute("cousin_of")]: relay.span.id }, 1));
    expect(results[0]?.problem?.code).toBe("bad_attribute");
  });
});
