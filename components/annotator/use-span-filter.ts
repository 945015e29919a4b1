import { useMemo, useState } from "react";

import { type Codebook, familyOf } from "@/lib/domain/codebook/codebook";
import type { Span } from "@/lib/domain/spans/span";

/** Narrows a layer's spans to those of one family or tag. */
export function useSpanFilter<S extends Span>(spans: readonly S[], codebook: Codebook) {
  /** A family or a tag; empty for all. */
  const [filter, setFilter] = useState("");
  const shownSpans = useMemo(
    () => (filter === "" ? spans : spans.filter(isOf(codebook, filter))),
    [spans, codebook, filter],
  );

  /** A span that the filter hides could be neither seen nor reached. */
  function showTag(tagId: string): void {
    if (filter !== "" && !isOf(codebook, filter)({ tagId })) setFilter("");
  }

  return { filter, setFilter, shownSpans, showTag };
}

/** Whether a span has this tag, or one of this family. */
export function isOf(codebook: Codebook, tagOrFamily: string) {
  return ({ tagId }: Pick<Span, "tagId">) =>
    tagId === tagOrFamily || familyOf(codebook, tagId) === tagOrFamily;
}
