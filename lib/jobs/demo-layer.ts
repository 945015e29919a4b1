import type { Actor } from "../domain/access/actor";
import type { Operation } from "../domain/annotation/operation";
import { attributesOf, type Codebook, familyOf } from "../domain/codebook/codebook";
import type { Attributes, AttributeValue, SegmentName, TextRange } from "../domain/spans/span";
import { linkAttributes } from "../domain/spans/links";
import { CodePointIndex } from "../domain/text/code-points";
import { trimRange } from "../domain/text/trim-range";
import { saveOperations } from "../services/annotation";
import { getAssignment } from "../services/assignments";

type DemoSpan = TextRange & {
  id: string;
  tag: string;
  attributes: Record<string, AttributeValue | null>;
  note?: string | null;
};

/** The parts of `demo-annotations.json` that are loaded; its offsets are code points. */
export type DemoFile = {
  annotations: Record<string, DemoSpan[]>;
  title_annotations: Record<string, DemoSpan[]>;
  links: { type: string; from: string; to: string }[];
};

/** Adds one demo annotator's spans to their assignment, as the browser would. */
export async function annotateAsDemo(
  actor: Actor,
  assignmentId: string,
  demo: DemoFile,
  layer: string,
  newId: () => string,
): Promise<void> {
  const { article, codebook } = await getAssignment(actor, assignmentId);
  const texts = {
    title: new CodePointIndex(article.title),
    body: new CodePointIndex(article.body),
  };
  const toOperation = (span: DemoSpan, segment: SegmentName): Operation => ({
    id: newId(),
    kind: "add",
    baseRevision: 0,
    span: {
      ...{ id: newId(), segment, tagId: span.tag },
      ...trimmed(texts[segment], span),
      attributes: knownAttributes(codebook, span),
    },
  });
  const own = demo.annotations[layer] ?? [];
  const inBody = own.map((span) => toOperation(span, "body"));
  const inTitle = (demo.title_annotations[layer] ?? []).map((span) => toOperation(span, "title"));
  await save(actor, assignmentId, [...inTitle, ...inBody]);

  const added = new Map(own.map(({ id }, at) => [id, inBody[at]] as const));
  const linking = [...added].flatMap(([id, source]): Operation[] => {
    const links = demo.links.flatMap(({ type, from, to }) => {
      const target = from === id ? added.get(to) : undefined;
      return target?.kind === "add" ? [{ kind: type, toSpanId: target.span.id }] : [];
    });
    if (source?.kind !== "add" || links.length === 0) return [];
    const attributes = { ...source.span.attributes, ...linkAttributes(links) };
    return [{ id: newId(), kind: "annotate", spanId: source.span.id, baseRevision: 1, attributes }];
  });
  if (linking.length > 0) await save(actor, assignmentId, linking);
}

async function save(actor: Actor, assignmentId: string, operations: readonly Operation[]) {
  const { results } = await saveOperations(actor, assignmentId, operations);
  const refused = results.filter(({ result }) => result !== "applied");
  if (refused.length > 0) throw new Error(`demo spans refused: ${JSON.stringify(refused)}`);
}

/** One of the demo's spans ends in a full stop, which the browser would have left out. */
function trimmed(index: CodePointIndex, { start, end }: TextRange): TextRange & { quote: string } {
  const utf16 = { start: index.toUtf16(start), end: index.toUtf16(end) };
  const kept = trimRange(index.text, utf16) ?? utf16;
  return {
    start: index.toCodePoint(kept.start),
    end: index.toCodePoint(kept.end),
    quote: index.text.slice(kept.start, kept.end),
  };
}

function knownAttributes(codebook: Codebook, { tag, attributes, note }: DemoSpan): Attributes {
  const values: Record<string, AttributeValue | null> = { ...attributes, note: note ?? null };
  const known: Record<string, AttributeValue> = {};
  for (const { id } of attributesOf(codebook, familyOf(codebook, tag) ?? "")) {
    const value = values[id];
    if (value !== null && value !== undefined && value !== "") known[id] = value;
  }
  return known;
}
