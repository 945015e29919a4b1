"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";

import { readable, stylesByTag } from "@/components/codebook/tag-style";
import type { Messages } from "@/components/messages/en";
import { readCaret, readSelection } from "@/lib/client/text-selection";
import { useLayer } from "@/lib/client/use-layer";
import type { AssignmentDetail } from "@/lib/contracts/assignments";
import type { NewOperation } from "@/lib/domain/annotation/compose-edits";
import { spokenPlace, type SpokenUnit } from "@/lib/domain/annotation/spoken-place";
import { type Codebook, familyOf } from "@/lib/domain/codebook/codebook";
import type { Attributes, Span } from "@/lib/domain/spans/span";
import type { Snapping } from "@/lib/domain/text/snap-range";
import { wordRangeAt } from "@/lib/domain/text/words";
import { focusPart } from "./focus-part";
import { followPlace } from "./follow-place";
import { useProblemWords } from "./problem-words";
import { boxOf, draftId, newSpan, pieceOf } from "./span-dom";
import { type Draft, toDraft, widenDraft } from "./use-selection";

type Picking = { anchor: ReturnType<typeof followPlace>; draft: Draft | null };
type Said = keyof Messages["annotator"]["said"];
export type Panel = "spans" | "codebook";
export type OpenDialog = "keys" | "palette" | "occurrences" | null;

/** What the annotation screen shows and everything one can do on it. */
export function useWorkspace(assignment: AssignmentDetail, viewerId: string) {
  const { codebook } = assignment;
  const t = useTranslations("annotator");
  const wordsOf = useProblemWords();
  const layer = useLayer(assignment, viewerId);
  const isSubmitted = assignment.status === "submitted";
  // What can't be kept must not be made.
  const isReadOnly = isSubmitted || layer.outbox.state.storageFailure !== null;
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
  const [panel, setPanel] = useState<Panel>("spans");
  /** A family or a tag; empty for all. */
  const [filter, setFilter] = useState("");
  const snapping = chosenSnapping ?? (assignment.snapping as Snapping);
  const selected = layer.spans.find(({ id }) => id === selectedId) ?? null;
  const shownSpans = useMemo(
    () => (filter === "" ? layer.spans : layer.spans.filter(isOf(codebook, filter))),
    [layer.spans, codebook, filter],
  );

  /** Makes the changes and says so to whoever listens. @returns whether all could be made */
  function perform(
    changes: NewOperation | readonly NewOperation[],
    done: Said,
    facts?: Record<string, string | number>,
  ): boolean {
    if (isReadOnly) return false;
    const refused = layer.perform([changes].flat());
    setProblem(refused && wordsOf(refused));
    if (refused) return false;
    setSaid(t(`said.${done}`, facts));
    return true;
  }

  function travel(direction: "undo" | "redo") {
    if (isReadOnly) return;
    const refused = layer[direction]();
    setProblem(refused && wordsOf(refused));
  }

  useEffect(() => {
    // What removed a span goes with it, a button or a row of the list, and would take the focus along.
    const isRemoved = selectedId !== null && selected === null;
    if (isRemoved && document.activeElement === document.body) {
      frame.current?.focus({ preventScroll: true });
    }
  }, [selectedId, selected]);

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
    // Drawing the draft takes the nodes away that the range is in.
    const range = selection.getRangeAt(0).cloneRange();
    const getBoundingClientRect = () =>
      boxOf(frame.current, draftId) ?? range.getBoundingClientRect();
    setPicking({ anchor: followPlace({ getBoundingClientRect }), draft });
  }

  function startRetagging() {
    const piece = selectedId ? pieceOf(frame.current, selectedId) : null;
    setProblem(null);
    if (!isReadOnly && piece) setPicking({ anchor: followPlace(piece), draft: null });
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

  /** Tags the selection, or the word at the caret, without the picker. */
  function tagAtOnce(tagId: string) {
    const draft = readDraft();
    if (!isReadOnly && draft && add(draft, tagId)) releaseSelection();
  }

  function repeatLastTag() {
    if (lastTagId) tagAtOnce(lastTagId);
  }

  const select = useCallback((id: string) => {
    setSelectedId(id);
    pieceOf(frame.current, id)?.scrollIntoView({ block: "center" });
  }, []);

  function travelSpans(step: 1 | -1) {
    const at = shownSpans.findIndex(({ id }) => id === selectedId);
    const from = at < 0 && step < 0 ? 0 : at;
    const next = shownSpans.at((from + step) % Math.max(1, shownSpans.length));
    if (next) select(next.id);
  }

  /** Puts the focus on another part of the screen; Escape leads back to the text. */
  function goTo(part: "editor" | "codebook" | "questions") {
    if (part === "editor" && !selected) return;
    if (part !== "questions") flushSync(() => setPanel(part === "editor" ? "spans" : "codebook"));
    focusPart(part, selected?.tagId ?? null);
  }

  return {
    assignment,
    isReadOnly,
    isSubmitted,
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
    panel,
    filter,
    shownSpans,
    setPanel,
    setFilter,
    setSelectedId,
    setDialog,
    setIsFindOpen,
    setSnapping,
    perform,
    undo: () => travel("undo"),
    redo: () => travel("redo"),
    sayPlace,
    startTagging,
    startRetagging,
    choose,
    stopPicking,
    tagAtOnce,
    repeatLastTag,
    select,
    travelSpans,
    goTo,
    copied,
    copyAttributes: () => selected && setCopied(selected.attributes),
  };
}

/** Whether a span has this tag, or one of this family. */
function isOf(codebook: Codebook, tagOrFamily: string) {
  return ({ tagId }: Span) => tagId === tagOrFamily || familyOf(codebook, tagId) === tagOrFamily;
}

/** Nothing stays selected, but the caret stays where the reading goes on. */
function releaseSelection(): void {
  const selection = window.getSelection();
  if (selection && selection.rangeCount > 0) selection.collapseToEnd();
}

export type Workspace = ReturnType<typeof useWorkspace>;
