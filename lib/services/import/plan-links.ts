import { v5 as uuidv5 } from "uuid";

import { findOperations } from "../../db/operations";
import type { LayerContext } from "../../domain/annotation/check-operation";
import { judgeOperations } from "../../domain/annotation/judge-operations";
import type { Layer } from "../../domain/annotation/layer";
import type { Operation } from "../../domain/annotation/operation";
import type { ImportedSpan } from "../../domain/formats/imported-layer";
import { linkAttribute, linkAttributes, linksOf } from "../../domain/spans/links";

type Annotate = Extract<Operation, { kind: "annotate" }>;
/** A span of the files and where it stands now; names are those of one layer of them. */
export type Settled = { span: ImportedSpan; ofLayer: number; spanId: string };

/** Of ids that are made from what an imported link is. */
const namespace = "b2f7c0a1-6f0e-4c55-9a51-0f4f4c1f8a2d";

/**
 * Operations that give spans their links, where both ends stand and the codebook has the kind; other
 * kinds come back as attributes that are left out. Ids follow from the links, as those of spans do.
 * @param layer as the spans' own operations leave it
 */
export async function planLinks(
  settled: readonly Settled[],
  layer: Layer,
  context: LayerContext,
): Promise<{ operations: Annotate[]; leftOut: string[] }> {
  const keyOf = (ofLayer: number, name: string) => `${ofLayer} ${name}`;
  const ids = new Map(
    settled.flatMap(({ span, ofLayer, spanId }) =>
      span.name === null ? [] : [[keyOf(ofLayer, span.name), spanId]],
    ),
  );
  const leftOut: string[] = [];
  const wanted = settled.flatMap(({ span, ofLayer, spanId }): Annotate[] => {
    const current = layer.get(spanId);
    if (!current || current.isRemoved) return [];
    const links = span.links.flatMap(({ kind, to }) => {
      const target = ids.get(keyOf(ofLayer, to));
      const isKnown = context.codebook.linkTypes.includes(kind);
      if (!isKnown) leftOut.push(linkAttribute(kind));
      if (!isKnown || target === undefined || target === spanId) return [];
      return [{ kind, toSpanId: target }];
    });
    const standing = linksOf(current.attributes);
    const all = [...standing, ...links];
    const attributes = { ...current.attributes, ...linkAttributes(all) };
    if (linksOf(attributes).length === standing.length) return [];
    const name = `${spanId}\n${JSON.stringify(links)}`;
    const home = { spanId, baseRevision: current.revision };
    return [{ id: uuidv5(name, namespace), kind: "annotate", ...home, attributes }];
  });
  const known = await findOperations(wanted.map(({ id }) => id));
  const judged = judgeOperations(wanted, {
    ...{ context, layer, isEditable: true, isTakenSpanId: () => false },
    storedOutcome: (id) => known.get(id) ?? null,
  });
  const operations = judged.flatMap(({ operation, outcome, isNew }) =>
    isNew && outcome.result === "applied" && operation.kind === "annotate" ? [operation] : [],
  );
  return { operations, leftOut };
}
