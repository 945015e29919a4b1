"use client";

import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import { StatusNote } from "@/components/ui/status-note";
import { readCaret, readSelection } from "@/lib/client/text-selection";
import { type NewOperation, useLayer } from "@/lib/client/use-layer";
import type { AssignmentDetail } from "@/lib/contracts/assignments";
import type { Snapping } from "@/lib/domain/text/snap-range";
import { wordRangeAt } from "@/lib/domain/text/words";
import { ArticleText } from "./article-text";
import { CodebookText } from "@/components/codebook/codebook-text";
import { RefusedChanges } from "./refused-changes";
import { SaveStatus } from "./save-status";
import { ShortcutsDialog } from "./shortcuts-dialog";
import { SidePanel } from "./side-panel";
import { SpanEditor } from "./span-editor";
import { SpanList } from "./span-list";
import { SubmitPanel } from "./submit-panel";
import { TagPicker } from "./tag-picker";
import { readable, stylesByTag } from "@/components/codebook/tag-style";
import { Toolbar } from "./toolbar";
import { useActiveSeconds } from "./use-active-seconds";
import { useReadingCaret } from "./use-reading-caret";
import { type Draft, toDraft, useHasSelection } from "./use-selection";
import { newSpan, pieceOf, spanUnder } from "./span-dom";

type Picking = { rect: DOMRect; draft: Draft | null };

/** The screen where an article is read and marked. */
export function Annotator(props: { assignment: AssignmentDetail; viewerId: string }) {
  const { assignment, viewerId } = props;
  const { codebook } = assignment;
  const isReadOnly = assignment.status === "submitted";
  const layer = useLayer(assignment, viewerId);
  const styles = useMemo(() => stylesByTag(codebook), [codebook]);
  const frame = useRef<HTMLDivElement>(null);
  const titleRef = useRef<HTMLHeadingElement>(null);
  const bodyRef = useRef<HTMLDivElement>(null);
  const caret = useReadingCaret(frame);
  const hasSelection = useHasSelection();
  const readActiveSeconds = useActiveSeconds();
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [picking, setPicking] = useState<Picking | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const [isHelpOpen, setIsHelpOpen] = useState(false);

  const selected = layer.spans.find(({ id }) => id === selectedId) ?? null;
  const { state } = layer.outbox;

  function perform(change: NewOperation, done: string): boolean {
    const refused = layer.perform(change);
    setProblem(refused);
    if (!refused) setSaid(done);
    return refused === null;
  }

  function startTagging(raw = readSelection(window.getSelection())) {
    const selection = window.getSelection();
    const draft = raw && toDraft(layer.context, raw, assignment.snapping as Snapping);
    if (isReadOnly || !draft || !selection || selection.rangeCount === 0) return;
    const rect = selection.getRangeAt(0).getBoundingClientRect();
    setProblem(null);
    setSelectedId(null);
    setPicking({ rect, draft });
  }

  function tagAtCaret() {
    const selection = window.getSelection();
    if (selection && !selection.isCollapsed) return startTagging();
    const at = readCaret(selection);
    const word = at && wordRangeAt(layer.context.texts[at.segment].text, at.offset);
    if (at && word) startTagging({ segment: at.segment, ...word });
  }

  function startRetagging() {
    const rect = selectedId ? pieceOf(frame.current, selectedId)?.getBoundingClientRect() : null;
    setProblem(null);
    if (!isReadOnly && rect) setPicking({ rect, draft: null });
  }

  function choose(tagId: string) {
    const draft = picking?.draft;
    if (draft) {
      const span = newSpan(draft, tagId);
      const change = { kind: "add" as const, baseRevision: 0 as const, span };
      if (!perform(change, `Tagged “${draft.quote}” as ${readable(tagId)}`)) return;
      setSelectedId(span.id);
    } else if (selected) {
      const change = { kind: "retag" as const, spanId: selected.id, tagId };
      const isDone = perform(
        { ...change, baseRevision: selected.revision },
        `Changed to ${readable(tagId)}`,
      );
      if (!isDone) return;
    }
    stopPicking();
  }

  function stopPicking() {
    setPicking(null);
    setProblem(null);
    window.getSelection()?.removeAllRanges();
    frame.current?.focus({ preventScroll: true });
  }

  function select(id: string) {
    setSelectedId(id);
    pieceOf(frame.current, id)?.scrollIntoView({ block: "center", behavior: "smooth" });
  }

  function handlePointerUp(event: { pointerType: string }) {
    if (event.pointerType !== "touch") startTagging();
  }

  function handleClick(event: MouseEvent) {
    if (window.getSelection()?.isCollapsed === false) return;
    setSelectedId(spanUnder(event.target, selectedId, layer.spans));
  }

  function travelSpans(step: 1 | -1) {
    const at = layer.spans.findIndex(({ id }) => id === selectedId);
    const from = at < 0 && step < 0 ? 0 : at;
    const next = layer.spans.at((from + step) % Math.max(1, layer.spans.length));
    if (next) select(next.id);
  }

  function handleKey(event: KeyboardEvent) {
    if (event.defaultPrevented || isTyping(event.target) || picking) return;
    const key = event.key.toLowerCase();
    const hasCommand = event.ctrlKey || event.metaKey;
    if (hasCommand && key === "z") {
      event.preventDefault();
      if (event.shiftKey) layer.redo();
      else layer.undo();
    } else if (hasCommand && key === "y") {
      event.preventDefault();
      layer.redo();
    } else if (event.target === frame.current && caret.move(event)) {
      event.preventDefault();
    } else if (hasCommand || event.altKey) {
      return;
    } else if (key === "n") travelSpans(1);
    else if (key === "p") travelSpans(-1);
    else if (key === "t" && selected) startRetagging();
    else if (key === "?") setIsHelpOpen(true);
    else if (key === "escape") setSelectedId(null);
    else if (key === "enter" && event.target === frame.current) {
      event.preventDefault();
      tagAtCaret();
    } else if ((key === "delete" || key === "backspace") && selected && !isReadOnly) {
      event.preventDefault();
      remove();
    }
  }

  function remove() {
    if (!selected) return;
    const { id, revision, quote } = selected;
    perform({ kind: "remove", spanId: id, baseRevision: revision }, `Removed “${quote}”`);
  }

  return (
    <div onKeyDown={handleKey}>
      <Toolbar
        canUndo={layer.canUndo}
        canRedo={layer.canRedo}
        isReadOnly={isReadOnly}
        onUndo={layer.undo}
        onRedo={layer.redo}
        onHelp={() => setIsHelpOpen(true)}
      >
        <SaveStatus state={state} />
      </Toolbar>
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] xl:grid-cols-[minmax(0,1fr)_25rem]">
        <div className="mx-auto w-full max-w-[68ch] min-w-0">
          {isReadOnly && (
            <div className="mb-6">
              <StatusNote tone="success" title="Submitted">
                This is how you handed it in. Ask an admin if you need to change it.
              </StatusNote>
            </div>
          )}
          <RefusedChanges
            refused={state.refused}
            onDismiss={(ids) => void layer.outbox.dismiss(ids)}
          />
          <div
            ref={frame}
            role="application"
            aria-label="Article text. Move with the arrow keys, select with Shift, tag with Enter."
            tabIndex={0}
            onPointerUp={handlePointerUp}
            onClick={handleClick}
            onFocus={({ target }) => {
              // A click puts focus here as well, but wants no caret.
              if (target === frame.current && target.matches(":focus-visible")) {
                caret.enter(bodyRef.current);
              }
            }}
            onBlur={caret.leave}
            className="relative rounded-lg outline-offset-8"
          >
            <ArticleText
              article={assignment.article}
              spans={layer.spans}
              draft={picking?.draft ?? null}
              {...{ selectedId, styles, titleRef, bodyRef }}
            />
            {caret.place && (
              <span
                aria-hidden="true"
                className="pointer-events-none absolute w-0.5 bg-accent"
                style={caret.place}
              />
            )}
          </div>
          {hasSelection && !picking && !isReadOnly && (
            <Button
              variant="primary"
              className="fixed bottom-4 left-1/2 z-30 -translate-x-1/2 shadow-lg"
              onClick={() => startTagging()}
            >
              Tag selection
            </Button>
          )}
          {problem && !picking && <StatusNote tone="danger">{problem}</StatusNote>}
          <SubmitPanel
            key={assignment.status}
            assignment={assignment}
            nSpans={layer.spans.length}
            isAllSaved={state.nWaiting === 0 && state.failure === null}
            {...{ isReadOnly, readActiveSeconds }}
          />
        </div>
        <SidePanel
          nSpans={layer.spans.length}
          spans={
            <>
              {selected && (
                <SpanEditor
                  span={selected}
                  codebook={codebook}
                  context={layer.context}
                  style={styles.get(selected.tagId)}
                  isReadOnly={isReadOnly}
                  onChange={(change) => perform(change, "Changed")}
                  onRetag={startRetagging}
                />
              )}
              <SpanList
                spans={layer.spans}
                onSelect={select}
                {...{ codebook, selectedId, styles }}
              />
            </>
          }
          codebook={
            <div className="p-4">
              <CodebookText codebook={codebook} />
            </div>
          }
        />
      </div>
      <TagPicker
        codebook={codebook}
        quote={picking?.draft?.quote ?? selected?.quote ?? ""}
        anchor={picking && { getBoundingClientRect: () => picking.rect }}
        isOpen={picking !== null}
        problem={problem}
        onChoose={choose}
        onClose={stopPicking}
      />
      <ShortcutsDialog isOpen={isHelpOpen} onClose={() => setIsHelpOpen(false)} />
      <p role="status" aria-label="Last change" className="sr-only">
        {said}
      </p>
    </div>
  );
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select");
}
