"use client";

import { useTranslations } from "next-intl";
import { useCallback, useMemo, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";

import { readable, stylesByTag } from "@/components/codebook/tag-style";
import type { Messages } from "@/components/messages/en";
import { readCaret, readSelection } from "@/lib/client/text-selection";
import { useLayer } from "@/lib/client/use-layer";
import type { AssignmentDetail } from "@/lib/contracts/assignments";
import { mergeSpans, type NewOperation, splitSpan } from "@/lib/domain/annotation/compose-edits";
import { spokenPlace, type SpokenUnit } from "@/lib/domain/annotation/spoken-place";
import type { Attributes } from "@/lib/domain/spans/span";
import type { Snapping } from "@/lib/domain/text/snap-range";
import { wordRangeAt } from "@/lib/domain/text/words";
import { useProblemWords } from "./problem-words";
import { newSpan, pieceOf } from "./span-dom";
import { type Draft, toDraft, widenDraft } from "./use-selection";

type Picking = { rect: DOMRect; draft: Draft | null };
type Said = keyof Messages["annotator"]["said"];
export type OpenDialog = "keys" | "palette" | "occurrences" | null;

/** What the annotation screen shows and everything one can do on it. */
export function useWorkspace(assignment: AssignmentDetail, viewerId: string) {
  const { codebook } = assignment;
  const t = useTranslations("annotator");
  const wordsOf = useProblemWords();
  const isReadOnly = assignment.status === "submitted";
  const layer = useLayer(assignment, viewerId);
  const styles = useMemo(() => stylesByTag(codebook), [codebook]);
  const frame = useRef<HTMLDivElement>(null);
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [picking, setPicking] = useState<Picking | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const [isFindOpen, setIsFindOpen] = useState(false);
  const [chosenSnapping, setSnapping] = useState<Snapping | null>(null);
  const [lastTagId, setLastTagId] = useState<string | null>(null);
  const [copied, setCopied] = useState<Attributes | null>(null);
  const snapping = chosenSnapping ?? (assignment.snapping as Snapping);
  const selected = layer.spans.find(({ id }) => id === selectedId) ?? null;

  /** Makes the changes and says so to whoever listens. @returns whether all could be made */
  function perform(
    changes: NewOperation | readonly NewOperation[],
    done: Said,
    facts?: Record<string, string | number>,
  ): boolean {
    for (const change of [changes].flat()) {
      const refused = layer.perform(change);
      setProblem(refused && wordsOf(refused));
      if (refused) return false;
    }
    setSaid(t(`said.${done}`, facts));
    return true;
  }

  function readDraft(): Draft | null {
    const selection = window.getSelection();
    const at = readCaret(selection);
    const { texts, language } = layer.context;
    const word = at && wordRangeAt(texts[at.segment].text, at.offset, language);
    const raw = readSelection(selection) ?? (at && word ? { segment: at.segment, ...word } : null);
    return raw && toDraft(layer.context, raw, snapping);
  }

  /** Says what stands at the caret, or what is selected now, to whoever listens. */
  function sayPlace(unit: SpokenUnit) {
    const selection = window.getSelection();
    const raw = readSelection(selection);
    const at = readCaret(selection);
    if (raw) {
      const { text } = layer.context.texts[raw.segment];
      setSaid(t("said.selected", { text: text.slice(raw.start, raw.end) }));
    } else if (at) {
      const { what, text, tagIds } = spokenPlace(layer.context, at, unit, layer.spans);
      const here = what === "text" ? text : t(`place.${what}`);
      const tags = tagIds.map(readable).join(", ");
      setSaid(tags === "" ? here : t("place.marked", { text: here, tags }));
    }
  }

  function startTagging() {
    const selection = window.getSelection();
    const draft = readDraft();
    if (isReadOnly || !draft || !selection || selection.rangeCount === 0) return;
    setProblem(null);
    setSelectedId(null);
    setPicking({ rect: selection.getRangeAt(0).getBoundingClientRect(), draft });
  }

  function startRetagging() {
    const rect = selectedId ? pieceOf(frame.current, selectedId)?.getBoundingClientRect() : null;
    setProblem(null);
    if (!isReadOnly && rect) setPicking({ rect, draft: null });
  }

  function add(draft: Draft, tagId: string): boolean {
    const tag = codebook.families.flatMap(({ tags }) => tags).find(({ id }) => id === tagId);
    // What the annotator chose on purpose outranks what the tag would like.
    const place = chosenSnapping ? draft : widenDraft(layer.context, draft, tag?.snapping);
    const span = newSpan(place, tagId);
    const facts = { quote: place.quote, tag: readable(tagId) };
    if (!perform({ kind: "add", baseRevision: 0, span }, "tagged", facts)) return false;
    setSelectedId(span.id);
    setLastTagId(tagId);
    return true;
  }

  function choose(tagId: string) {
    if (picking?.draft) {
      if (!add(picking.draft, tagId)) return;
    } else if (selected) {
      const { id, revision } = selected;
      const change = { kind: "retag" as const, spanId: id, baseRevision: revision, tagId };
      if (!perform(change, "changedTo", { tag: readable(tagId) })) return;
      setLastTagId(tagId);
    }
    stopPicking();
  }

  function stopPicking() {
    setPicking(null);
    setProblem(null);
    releaseSelection();
    frame.current?.focus({ preventScroll: true });
  }

  /** The last tag again: on the selection or the word at the caret, without the picker. */
  function repeatLastTag() {
    const draft = readDraft();
    if (isReadOnly || !lastTagId || !draft) return;
    if (add(draft, lastTagId)) releaseSelection();
  }

  const select = useCallback((id: string) => {
    setSelectedId(id);
    pieceOf(frame.current, id)?.scrollIntoView({ block: "center" });
  }, []);

  function travelSpans(step: 1 | -1) {
    const at = layer.spans.findIndex(({ id }) => id === selectedId);
    const from = at < 0 && step < 0 ? 0 : at;
    const next = layer.spans.at((from + step) % Math.max(1, layer.spans.length));
    if (next) select(next.id);
  }

  function remove() {
    if (!selected || isReadOnly) return;
    const { id, revision, quote } = selected;
    perform({ kind: "remove", spanId: id, baseRevision: revision }, "removed", { quote });
  }

  function split() {
    const caret = readCaret(window.getSelection());
    if (!selected || isReadOnly || caret?.segment !== selected.segment) return;
    const index = layer.context.texts[selected.segment];
    const changes = splitSpan(index, selected, index.toCodePoint(caret.offset), uuidv7());
    if (changes) perform(changes, "split");
  }

  function merge() {
    if (!selected || isReadOnly) return;
    const later = layer.spans.slice(layer.spans.indexOf(selected) + 1);
    const next = later.find(({ tagId }) => tagId === selected.tagId);
    const changes = next && mergeSpans(layer.context.texts[selected.segment], selected, next);
    if (changes) perform(changes, "merged");
  }

  function pasteAttributes() {
    if (!selected || !copied || isReadOnly) return;
    const { id: spanId, revision: baseRevision } = selected;
    perform({ kind: "annotate", spanId, baseRevision, attributes: copied }, "attributesPasted");
  }

  return {
    assignment,
    isReadOnly,
    layer,
    styles,
    frame,
    selected,
    selectedId,
    picking,
    problem,
    said,
    dialog,
    isFindOpen,
    snapping,
    lastTagId,
    setSelectedId,
    setDialog,
    setIsFindOpen,
    setSnapping,
    perform,
    sayPlace,
    startTagging,
    startRetagging,
    choose,
    stopPicking,
    repeatLastTag,
    select,
    travelSpans,
    remove,
    split,
    merge,
    copyAttributes: () => selected && setCopied(selected.attributes),
    pasteAttributes,
  };
}

/** Nothing stays selected, but the caret stays where the reading goes on. */
function releaseSelection(): void {
  const selection = window.getSelection();
  if (selection && selection.rangeCount > 0) selection.collapseToEnd();
}

export type Workspace = ReturnType<typeof useWorkspace>;
