"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";

import { readable, stylesByTag } from "@/components/codebook/tag-style";
import type { Messages } from "@/components/messages/en";
import { moveCaret, readCaret, readSelection } from "@/lib/client/text-selection";
import { useLayer } from "@/lib/client/use-layer";
import type { AssignmentDetail } from "@/lib/contracts/assignments";
import type { NewOperation } from "@/lib/domain/annotation/compose-edits";
import { spokenPlace, type SpokenUnit } from "@/lib/domain/annotation/spoken-place";
import type { Attributes } from "@/lib/domain/spans/span";
import type { Snapping } from "@/lib/domain/text/snap-range";
import { focusPart } from "./focus-part";
import { followPlace } from "./follow-place";
import { redraw, releaseSelection } from "./keep-selection";
import { nextSpan } from "./next-span";
import { useProblemWords } from "./problem-words";
import { boxOf, draftId, newSpan, pieceOf } from "./span-dom";
import { useOpenDialog } from "./use-open-dialog";
import { type Draft, readDraft, widenDraft } from "./use-selection";
import { isOf, useSpanFilter } from "./use-span-filter";

type Picking = { anchor: ReturnType<typeof followPlace>; draft: Draft | null };
type Said = keyof Messages["annotator"]["said"];
export type Panel = "spans" | "codebook";

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
  const [asked, setPicking] = useState<Picking | null>(null);
  // Another tab may hand the article in meanwhile.
  const picking = isReadOnly ? null : asked;
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const { dialog, openDialog, runFromPalette } = useOpenDialog(frame);
  const [isFindOpen, setIsFindOpen] = useState(false);
  const [chosenSnapping, setSnapping] = useState<Snapping | null>(null);
  const [lastTagId, setLastTagId] = useState<string | null>(null);
  const [copied, setCopied] = useState<Attributes | null>(null);
  const [panel, setPanel] = useState<Panel>("spans");
  const snapping = chosenSnapping ?? (assignment.snapping as Snapping);
  const selected = layer.spans.find(({ id }) => id === selectedId) ?? null;
  const { filter, setFilter, shownSpans, showTag } = useSpanFilter(layer.spans, codebook);

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
    if (isReadOnly || !(direction === "undo" ? layer.canUndo : layer.canRedo)) return;
    const refused = layer[direction]();
    setProblem(refused && wordsOf(refused));
    if (!refused) setSaid(t(`said.${direction}`));
  }

  useEffect(() => {
    // What removed a span goes with it, a button or a row of the list, and would take the focus along.
    const isRemoved = selectedId !== null && selected === null;
    if (isRemoved && document.activeElement === document.body) {
      frame.current?.focus({ preventScroll: true });
    }
  }, [selectedId, selected]);

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
    const draft = readDraft(layer.context, snapping);
    if (isReadOnly || !draft || !selection || selection.rangeCount === 0) return;
    // Drawing the draft takes the nodes away that the range is in.
    const range = selection.getRangeAt(0).cloneRange();
    const getBoundingClientRect = () =>
      boxOf(frame.current, draftId) ?? range.getBoundingClientRect();
    redraw(() => {
      setProblem(null);
      setSelectedId(null);
      setPicking({ anchor: followPlace({ getBoundingClientRect }), draft });
    });
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
    showTag(tagId);
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
      showTag(tagId);
    }
    stopPicking();
  }

  function stopPicking() {
    redraw(() => {
      setPicking(null);
      setProblem(null);
    });
    releaseSelection();
    frame.current?.focus({ preventScroll: true });
  }

  /**
   * Something else was pressed, which keeps the focus. A press in the text may be the start of a new
   * selection, which gets a picker of its own; if it turns out to be a click, that ends this one.
   */
  function leavePicking(pressed: EventTarget | null) {
    if (pressed instanceof Node && frame.current?.contains(pressed)) return;
    setPicking(null);
    setProblem(null);
  }

  /** The text was clicked, at a span or beside all. */
  function clickText(spanId: string | null) {
    if (!picking) return setSelectedId(spanId);
    redraw(() => {
      setPicking(null);
      setProblem(null);
      setSelectedId(spanId);
    });
  }

  /** Tags the selection, or the word at the caret, without the picker. */
  function tagAtOnce(tagId: string) {
    const draft = readDraft(layer.context, snapping);
    if (isReadOnly || !draft) return;
    let isAdded = false;
    redraw(() => {
      isAdded = add(draft, tagId);
    });
    if (isAdded) releaseSelection();
  }

  function repeatLastTag() {
    if (lastTagId) tagAtOnce(lastTagId);
  }

  // For what must stay the same function, or every row of the list would be drawn anew.
  const { texts } = layer.context;
  const latest = useRef({ spans: layer.spans, filter, lastSelected: selected, texts });
  useEffect(() => {
    const lastSelected = selected ?? latest.current.lastSelected;
    latest.current = { spans: layer.spans, filter, lastSelected, texts };
  });

  const select = useCallback(
    (id: string) => {
      const { spans, filter: now, texts } = latest.current;
      const span = spans.find((one) => one.id === id);
      const isHidden = span && now !== "" && !isOf(codebook, now)(span);
      if (isHidden) flushSync(() => setFilter(""));
      setProblem(null);
      setSelectedId(id);
      pieceOf(frame.current, id)?.scrollIntoView({ block: "center" });
      if (!span || document.activeElement !== frame.current) return;
      // Keys that work on a word mean one that is in view.
      const { segment, start } = span;
      moveCaret(frame.current, { segment, offset: texts[segment].toUtf16(start) });
    },
    [codebook, setFilter],
  );

  function travelSpans(step: 1 | -1) {
    const { lastSelected } = latest.current;
    const next = nextSpan(shownSpans, selectedId === null ? null : lastSelected, step);
    if (!next) return;
    select(next.id);
    setSaid(t("place.marked", { text: next.quote, tags: readable(next.tagId) }));
  }

  function openFind() {
    flushSync(() => setIsFindOpen(true));
    focusPart("find", null);
  }

  /** Puts the focus on another part of the screen; Escape leads back to the text. */
  function goTo(part: "editor" | "codebook" | "questions") {
    if (part === "editor" && !selected) return;
    if (part !== "questions") flushSync(() => setPanel(part === "editor" ? "spans" : "codebook"));
    focusPart(part, selected?.tagId ?? null);
  }

  function copyAttributes() {
    if (!selected) return;
    setCopied(selected.attributes);
    setSaid(t("said.attributesCopied"));
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
    clickText,
    openDialog,
    runFromPalette,
    openFind,
    setIsFindOpen,
    // Back at the project's own, tags take again what they like to take.
    setSnapping: (next: Snapping) => setSnapping(next === assignment.snapping ? null : next),
    perform,
    refuse: (why: keyof Messages["annotator"]["refusals"]) => setProblem(t(`refusals.${why}`)),
    undo: () => travel("undo"),
    redo: () => travel("redo"),
    sayPlace,
    startTagging,
    startRetagging,
    choose,
    stopPicking,
    leavePicking,
    tagAtOnce,
    repeatLastTag,
    select,
    travelSpans,
    goTo,
    copied,
    copyAttributes,
  };
}

export type Workspace = ReturnType<typeof useWorkspace>;
