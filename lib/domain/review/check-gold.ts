import type { LayerContext } from "../annotation/check-operation";
import { checkAttributes } from "../codebook/check-attributes";
import { familyOf, isRetiredTag } from "../codebook/codebook";
import type { FieldError } from "../errors";
import { checkSpan } from "../spans/check-span";
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
  return spans.flatMap((span, at) => {
    const path = `spans.${at}`;
    const family = familyOf(codebook, span.tagId);
    if (!family) return [{ path: `${path}.tagId`, message: `There is no tag ${span.tagId}.` }];
    const isMarked = members.some(({ tagId }) => tagId === span.tagId);
    if (isRetiredTag(codebook, span.tagId) && !isMarked) {
      return [{ path: `${path}.tagId`, message: `The tag ${span.tagId} is no longer used.` }];
    }
    const problem = checkSpan(texts[span.segment], span);
    if (problem) return [{ path, message: problem.detail }];
    const misfit = checkAttributes(codebook, family, span.attributes);
    if (misfit) return [{ path: `${path}.attributes`, message: misfit.detail }];
    const isMember = members.some(
      (member) =>
        member.segment === span.segment &&
        member.start === span.start &&
        member.end === span.end &&
        member.tagId === span.tagId,
    );
    if (outcome === "accept" && !isMember) {
      return [{ path, message: "Nobody marked exactly this: use “edit” to decide on it." }];
    }
    return [];
  });
}
