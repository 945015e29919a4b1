import type { LayerContext } from "../annotation/check-operation";
import { type AttributeProblem, checkAttributes } from "../codebook/check-attributes";
import { familyOf, isRetiredTag } from "../codebook/codebook";
import type { FieldError } from "../errors";
import { checkSpan, type SpanProblem } from "../spans/check-span";
import type { Span } from "../spans/span";
import type { ReviewMember } from "./judgement";

type GoldSpan = Omit<Span, "id" | "revision">;

/**
 * What is wrong with a decision's gold spans; empty when all is well.
 * `accept` may only name what an annotator marked, exactly; changing it is `edit`.
 */
export function checkGoldSpans(
  { outcome, spans = [] }: { outcome: string; spans?: readonly GoldSpan[] | undefined },
  members: readonly ReviewMember[],
  { texts, codebook }: LayerContext,
): FieldError[] {
  return spans.flatMap((span, at): FieldError[] => {
    const path = `spans.${at}`;
    const family = familyOf(codebook, span.tagId);
    const facts = { tag: span.tagId };
    if (!family) {
      const message = `There is no tag ${span.tagId}.`;
      return [{ path: `${path}.tagId`, message, reason: "unknown_tag", facts }];
    }
    const isMarked = members.some(({ tagId }) => tagId === span.tagId);
    if (isRetiredTag(codebook, span.tagId) && !isMarked) {
      const message = `The tag ${span.tagId} is no longer used.`;
      return [{ path: `${path}.tagId`, message, reason: "retired_tag", facts }];
    }
    const problem = checkSpan(texts[span.segment], span);
    if (problem) return [{ path, ...fieldErrorOf(problem) }];
    const misfit = checkAttributes(codebook, family, span.attributes);
    if (misfit) return [{ path: `${path}.attributes`, ...fieldErrorOf(misfit) }];
    const isMember = members.some(
      (member) =>
        member.segment === span.segment &&
        member.start === span.start &&
        member.end === span.end &&
        member.tagId === span.tagId,
    );
    if (outcome === "accept" && !isMember) {
      const message = "Nobody marked exactly this: use “edit” to decide on it.";
      return [{ path, message, reason: "not_marked_exactly" }];
    }
    return [];
  });
}

function fieldErrorOf({ code, detail, facts }: SpanProblem | AttributeProblem) {
  return { message: detail, reason: code, facts };
}
