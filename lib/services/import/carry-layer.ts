import { v7 as uuidv7 } from "uuid";

import type { CarriedSpan } from "../../contracts/article-detail";
import type {} from "../../domain/annotation/check-layer";
import type { LayerContext } from "../../domain/annotation/check-operation";
import { judgeOperations } from "../../domain/annotation/judge-operations";
import type { LayerSpan } from "../../domain/annotation/layer";
import type { Operation } from "../../domain/annotation/operation";
import type { Explained, SentExplained } from "../../domain/reason";
import { carrySpans } from "../../domain/spans/carry-spans";
import { linkAttributes, linksOf, withoutLinks } from "../../domain/spans/links";
import { compareSpans } from "../../domain/spans/span";
import { explainProblem, toSpanReason } from "./span-reason";

type Texts = { title: string; body: string };

/**
 * What takes a layer over to a newer version of its article: operations that pass the same checks as
 * the annotator's own, and what became of each span. Links go along where both ends do.
 */
export function planCarriedLayer(
  older: Texts,
  newer: Texts,
  layer: ReadonlyMap<string, LayerSpan>,
  context: LayerContext,
): { operations: Operation[]; spans: CarriedSpan[] } {
  const standing = [...layer.values()].filter(({ isRemoved }) => !isRemoved).sort(compareSpans);
  const newIds = new Map(standing.map(({ id }) => [id, uuidv7()]));
  const adds = carrySpans(older, newer, standing).map((carried) => {
    const { span, quote, result, why } = carried;
    const reasoned = why ? toSpanReason(why) : { reason: null };
    const base = { tagId: span.tagId, quote, ...reasoned, fromSpanId: span.id };
    if (carried.result === "lost")
      return { carried: { ...base, result, spanId: null }, operation: null };
    const { segment, tagId } = span;
    const { start, end } = carried;
    const attributes = withoutLinks(span.attributes);
    const spanId = newIds.get(span.id) ?? uuidv7();
    const operation: Operation = {
      ...{ id: uuidv7(), kind: "add", baseRevision: 0, carriedFrom: span.id },
      span: { id: spanId, segment, start, end, quote, tagId, attributes },
    };
    return { carried: { ...base, result, spanId }, operation };
  });
  const wanted = adds.flatMap(({ operation }) => operation ?? []);
  const problems = refusals(wanted, context);
  const spans = adds.map(({ carried, operation }): CarriedSpan => {
    const problem = operation && problems.get(operation.id);
    return problem
      ? { ...carried, result: "lost", ...toSpanReason(problem), spanId: null }
      : carried;
  });
  const stays = new Set(spans.flatMap(({ spanId }) => spanId ?? []));
  const operations = wanted.filter((one) => one.kind === "add" && stays.has(one.span.id));
  return { operations: [...operations, ...relink(standing, newIds, stays)], spans };
}

const besideOthers: Explained = {
  message: "It can't stand beside the others.",
  reason: "span_beside_others",
};

/** Why operations may not be stored, by id: two spans of one tag may have come to overlap. */
function refusals(
  operations: readonly Operation[],
  context: LayerContext,
): Map<string, SentExplained> {
  const judged = judgeOperations(operations, {
    ...{ context, layer: new Map(), isEditable: true },
    isTakenSpanId: () => false,
    storedOutcome: () => null,
  });
  return new Map(
    judged.flatMap(({ operation, outcome }) =>
      outcome.result === "applied"
        ? []
        : [[operation.id, explainProblem(outcome.problem) ?? besideOthers]],
    ),
  );
}

function relink(
  standing: readonly LayerSpan[],
  newIds: ReadonlyMap<string, string>,
  stays: ReadonlySet<string>,
): Operation[] {
  return standing.flatMap(({ id, attributes }): Operation[] => {
    const spanId = newIds.get(id) ?? "";
    const links = linksOf(attributes).flatMap(({ kind, toSpanId }) => {
      const target = newIds.get(toSpanId);
      return target !== undefined && stays.has(target) ? [{ kind, toSpanId: target }] : [];
    });
    if (links.length === 0 || !stays.has(spanId)) return [];
    const all = { ...withoutLinks(attributes), ...linkAttributes(links) };
    return [{ id: uuidv7(), kind: "annotate", spanId, baseRevision: 1, attributes: all }];
  });
}
