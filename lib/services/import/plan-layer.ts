import { v5 as uuidv5 } from "uuid";

import type { ImportedSpanReport } from "../../contracts/annotation-import";
import { findArticleTexts } from "../../db/articles";
import { findAssignmentSource } from "../../db/assignments";
import { findAssignmentOfPair } from "../../db/imports";
import { findLayer } from "../../db/layers";
import { findOperations } from "../../db/operations";
import { judgeOperations } from "../../domain/annotation/judge-operations";
import type { Layer } from "../../domain/annotation/layer";
import type { Operation } from "../../domain/annotation/operation";
import { type Codebook, familyOf } from "../../domain/codebook/codebook";
import { fitAttributes } from "../../domain/codebook/fit-attributes";
import { attributesAsHere } from "../../domain/codebook/presets/published-names";
import type { ImportedLayer } from "../../domain/formats/imported-layer";
import { type PlacedSpan, placeLayer } from "../../domain/formats/place-layer";
import { CodePointIndex } from "../../domain/text/code-points";
import type { Explained, SentExplained } from "../../domain/reason";
import type { FoundLayer } from "./annotation-files";
import { mapTag, type TagMap } from "./map-tags";
import { planLinks, type Settled } from "./plan-links";
import { explainProblem, toSpanReason } from "./span-reason";

type Add = Extract<Operation, { kind: "add" }>;
type Counts = Record<"kept" | "moved" | "uncertain" | "lost" | "alreadyThere", number>;

/** What an import would do to one layer. */
export type LayerPlan = {
  file: string;
  line: number;
  article: { id: string; title: string };
  assignment: { id: string; status: string } | null;
  codebook: Codebook;
  /** New ones that the rehearsal passed. */
  operations: Add[];
  /** What links them, once they are there. */
  links: Operation[];
  counts: Counts;
  reports: ImportedSpanReport[];
  /** Attributes that the codebook doesn't know, with how many spans had them. */
  leftOut: Map<string, number>;
  /** Whether the files have spans at all. */
  hasSpans: boolean;
  /** How many spans the layer holds already. */
  nStanding: number;
};

type Home = { projectId: string; annotatorId: string; codebook: Codebook; tagMap: TagMap };

/**
 * Places the files' spans on an article and rehearses their operations against the layer as it
 * stands, by the same checks as saving. Operation ids follow from the annotator, the article and
 * the span, so that importing a file again adds nothing.
 */
export async function planLayer(
  { projectId, annotatorId, codebook: current, tagMap }: Home,
  articleId: string,
  found: readonly FoundLayer[],
): Promise<LayerPlan> {
  const assignment = await findAssignmentOfPair(projectId, articleId, annotatorId);
  const [article] = await findArticleTexts(projectId, [articleId]);
  const [first] = found;
  if (!article || !first) throw new Error("a matched article is gone");
  const codebook = assignment
    ? (await findAssignmentSource(projectId, assignment.id)).codebook
    : current;
  const layer: Layer = assignment ? await findLayer(projectId, assignment.id) : new Map();
  const plan: LayerPlan = {
    ...{ file: first.file, line: first.layer.line, article, assignment, codebook },
    ...{ operations: [], links: [], reports: [], leftOut: new Map<string, number>() },
    counts: { kept: 0, moved: 0, uncertain: 0, lost: 0, alreadyThere: 0 },
    hasSpans: found.some(({ layer }) => layer.spans.length > 0),
    nStanding: [...layer.values()].filter(({ isRemoved }) => !isRemoved).length,
  };
  const placed = found.flatMap(({ file, layer }, ofLayer) =>
    placeLayer(article, layer).map((one) => ({
      ...{ ...one, file, ofLayer },
      placed: isOfOtherText(one, layer, article) ? ofOtherText : one.placed,
    })),
  );
  const candidates = placed.flatMap((one) => {
    const tagId = mapTag(codebook, tagMap, one.span.tag);
    if (!tagId) return [];
    if (one.placed.result === "lost") {
      report(plan, one, "lost", one.placed.why);
      return [];
    }
    return [{ ...one, operation: toOperation(plan, one, tagId, `${articleId}\n${annotatorId}`) }];
  });

  const operations = candidates.map(({ operation }) => operation);
  const known = await findOperations(operations.map(({ id }) => id));
  const texts = {
    title: new CodePointIndex(article.title),
    body: new CodePointIndex(article.body),
  };
  const context = { texts, codebook };
  const settled: Settled[] = [];
  const standsFor = new Map<string, { file: string; line: number }>();
  const after = new Map(layer);
  const judged = judgeOperations(operations, {
    ...{ context, layer, isEditable: true, isTakenSpanId: () => false },
    storedOutcome: (id) => known.get(id) ?? null,
  });
  for (const [at, { outcome, isNew, after: standing }] of judged.entries()) {
    const candidate = candidates[at];
    if (!candidate || candidate.placed.result === "lost") continue;
    if (outcome.result !== "applied") {
      report(plan, candidate, "lost", explainProblem(outcome.problem) ?? refusedBefore);
      continue;
    }
    const { span, ofLayer, operation } = candidate;
    settled.push({ span, ofLayer, spanId: operation.span.id });
    if (standing) after.set(standing.id, standing);
    const same = standsFor.get(operation.id);
    if (same) {
      report(plan, candidate, "alreadyThere", explainSame(same));
    } else if (!isNew) {
      plan.counts.alreadyThere += 1;
    } else {
      plan.operations.push(candidate.operation);
      const { placed: place } = candidate;
      if (place.result === "kept") plan.counts.kept += 1;
      else report(plan, candidate, place.result, place.why);
    }
    if (!same) standsFor.set(operation.id, { file: candidate.file, line: span.line });
  }
  if (assignment?.status !== "submitted") {
    const { operations: links, leftOut } = await planLinks(settled, after, context);
    plan.links.push(...links);
    for (const id of leftOut) plan.leftOut.set(id, (plan.leftOut.get(id) ?? 0) + 1);
  }
  return plan;
}

/** Whether a place without a quote is one of another text than the article's. */
function isOfOtherText(
  { span }: PlacedSpan,
  { bodySha256 }: ImportedLayer,
  { sha256 }: { sha256: string },
): boolean {
  return span.quote === null && !!bodySha256 && bodySha256 !== sha256;
}

const ofOtherText: PlacedSpan["placed"] = {
  result: "lost",
  why: {
    message: "There is no quote to look for, and the place is one of another text.",
    reason: "span_of_other_text",
  },
};

function explainSame({ file, line }: { file: string; line: number }): Explained {
  const message = `It stands where the span of ${file}, line ${line}, does, with the same tag: they are one.`;
  return { message, reason: "span_same_as_other", facts: { file, line } };
}

const refusedBefore: Explained = {
  message: "It was imported and refused before.",
  reason: "span_refused_before",
};

function report(
  plan: LayerPlan,
  { file, span, placed }: PlacedSpan & { file: string },
  result: ImportedSpanReport["result"],
  why: SentExplained,
): void {
  plan.counts[result] += 1;
  const quote = placed.result === "lost" ? span.quote : placed.quote;
  const shown = quote === null ? null : [...quote].slice(0, 200).join("");
  const place = { file, line: span.line, tag: span.tag };
  plan.reports.push({ ...place, result, quote: shown, ...toSpanReason(why) });
}

function toOperation(
  plan: LayerPlan,
  { span, placed }: PlacedSpan,
  tagId: string,
  home: string,
): Add {
  if (placed.result === "lost") throw new RangeError("a lost span can't be added");
  const { start, end, quote, segment = "body" } = placed;
  const family = familyOf(plan.codebook, tagId) ?? "";
  const { attributes, leftOut } = fitAttributes(
    plan.codebook,
    family,
    attributesAsHere(plan.codebook, span.attributes),
  );
  for (const id of leftOut) plan.leftOut.set(id, (plan.leftOut.get(id) ?? 0) + 1);
  const name = [home, segment, start, end, tagId, JSON.stringify(attributes)].join("\n");
  const spanId = uuidv5(`span\n${name}`, namespace);
  return {
    ...{ id: uuidv5(`add\n${name}`, namespace), kind: "add", baseRevision: 0 },
    span: { id: spanId, segment, start, end, quote, tagId, attributes },
  };
}

/** Of ids that are made from what an imported span is. */
const namespace = "5b0d9f3a-8a55-4c3e-9f0e-3c1f5d0e7a61";
