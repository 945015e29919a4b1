"use client";

import { useMemo, useState } from "react";

import type { DisagreementDetail, GoldInput } from "@/lib/contracts/review";
import { attributesOf, type Codebook, familyOf } from "@/lib/domain/codebook/codebook";
import { moveByWord, wordBeside } from "@/lib/domain/review/word-beside";
import { moveEdge } from "@/lib/domain/spans/move-edge";
import { CodePointIndex } from "@/lib/domain/text/code-points";

/** What a span is when its tag isn't chosen yet. */
export type Place = Pick<GoldInput, "segment" | "start" | "end" | "quote">;
type Surroundings = Pick<DisagreementDetail, "segment" | "start" | "end"> & {
  article: Pick<DisagreementDetail["article"], "title" | "body" | "language">;
};
type Own = { spans: GoldInput[]; at: number; isAdding: boolean };

/** A span with another tag: of its attributes, those that the tag's family knows stay. */
export function retagged(codebook: Codebook, span: GoldInput, tagId: string): GoldInput {
  const definitions = attributesOf(codebook, familyOf(codebook, tagId) ?? "");
  const known = new Set(definitions.map(({ id }) => id));
  const kept = Object.entries(span.attributes).filter(([id]) => known.has(id));
  return { ...span, tagId, attributes: Object.fromEntries(kept) };
}

/**
 * The version that a reviewer makes themselves: begins as an annotator's or as a span that all
 * missed, and is changed span by span. Null while there is none.
 */
export function useOwnVersion({ article, segment, start, end }: Surroundings) {
  const { title, body, language } = article;
  const texts = useMemo(
    () => ({ title: new CodePointIndex(title), body: new CodePointIndex(body) }),
    [title, body],
  );
  const [own, setOwn] = useState<Own | null>(null);
  const active = own?.spans[own.at];

  function begin(spans: readonly GoldInput[]) {
    setOwn({ spans: [...spans], at: 0, isAdding: false });
  }

  /** Adds a span at `place`, or beside the disagreement where none is given. */
  function add(tagId: string, place?: Place) {
    const word = place ?? wordBeside(texts[segment], { start, end }, language);
    if (!word) return;
    const span: GoldInput = { segment, ...word, tagId, attributes: {} };
    const spans = [...(own?.spans ?? []), span];
    setOwn({ spans, at: spans.length - 1, isAdding: true });
  }

  function change(at: number, span: GoldInput) {
    setOwn((before) => before && { ...before, at, spans: before.spans.with(at, span) });
  }

  function place(moved: Partial<Place> | null) {
    if (own && active && moved) change(own.at, { ...active, ...moved });
  }

  function remove(at: number) {
    setOwn((before) => before && { ...before, at: 0, spans: before.spans.toSpliced(at, 1) });
  }

  return {
    own,
    active,
    texts,
    begin,
    add,
    change,
    remove,
    place,
    cancel: () => setOwn(null),
    move: (edge: "start" | "end", direction: "earlier" | "later") =>
      active && place(moveEdge(texts[active.segment], active, edge, direction, language)),
    shift: (direction: "earlier" | "later") =>
      active && place(moveByWord(texts[active.segment], active, direction, language)),
  };
}
export type OwnVersion = ReturnType<typeof useOwnVersion>;
