"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";

import type { AssignmentDetail } from "@/lib/contracts/assignments";
import type { NewOperation } from "@/lib/domain/annotation/compose-edits";
import {
  checkOperation,
  type OperationProblem,
  type ReadingContext,
} from "@/lib/domain/annotation/check-operation";
import {
  catchUp,
  emptyHistory,
  type History,
  isBehind,
  recordStep,
  stepBack,
  withoutSpans,
  withRemovedSpans,
} from "@/lib/domain/annotation/history";
import type { Layer, LayerSpan } from "@/lib/domain/annotation/layer";
import {
  applyOperation,
  foldOperations,
  type Operation,
  spanIdOf,
} from "@/lib/domain/annotation/operation";
import type { Problem } from "@/lib/domain/problem";
import { placeSpan } from "@/lib/domain/spans/place-span";
import { compareSpans, type Span } from "@/lib/domain/spans/span";
import { CodePointIndex } from "@/lib/domain/text/code-points";
import { apiRequest } from "./api-client";
import { HistoryKeeper } from "./history-keeper";
import { listOutbox, listRefused } from "./outbox";
import { untilDone } from "./until-done";
import { type Settled, useOutbox } from "./use-outbox";
import { recall, recallRevision } from "./work-memory";

/** A connection that died says nothing; it is asked again then. */
const longestReadingMs = 60_000;

function toLayer(spans: readonly Span[]): Layer {
  return new Map<string, LayerSpan>(spans.map((span) => [span.id, { ...span, isRemoved: false }]));
}

/** Why a change can't be made. */
export type ChangeProblem = OperationProblem | Problem<"changed_meanwhile">;

const changedMeanwhile: ChangeProblem = {
  code: "changed_meanwhile",
  detail: "This span has changed meanwhile. Look again.",
  facts: {},
};

type View = { layer: Layer; spans: readonly LayerSpan[]; history: History };

function toView(layer: Layer, history: History): View {
  const present = [...layer.values()].filter(({ isRemoved }) => !isRemoved);
  return { layer, spans: present.sort(compareSpans), history };
}

/** The view after an operation that was applied. */
function viewAfter(view: View, layer: Layer, operation: Operation, history: History): View {
  const shownOf = (its: Layer) => {
    const span = its.get(spanIdOf(operation));
    return span?.isRemoved ? undefined : span;
  };
  return { layer, spans: placeSpan(view.spans, shownOf(view.layer), shownOf(layer)), history };
}

/**
 * One annotator's layer in the browser: the server's spans with the unsent changes folded in.
 * Every change is checked by the server's own rules first, kept on this device, then sent.
 */
export function useLayer(assignment: AssignmentDetail, userId: string) {
  const [view, setView] = useState(() => toView(toLayer(assignment.spans), emptyHistory));
  // The latest view, for changes that follow each other faster than React draws.
  const latest = useRef(view);
  const show = useCallback((next: View) => {
    latest.current = next;
    setView(next);
  }, []);

  // Made here and not known to be settled; and spans that aren't on the server as they are shown.
  const unsettled = useRef(new Map<string, Operation>());
  const outdatedIds = useRef<ReadonlySet<string>>(new Set());
  // Acknowledged while the layer is being read, so that what is read may not have them; else null.
  const settledMeanwhile = useRef<Operation[] | null>(null);
  const stopReading = useRef<() => void>(() => undefined);
  const keeper = useRef<HistoryKeeper | null>(null);

  /** Shows the server's layer with all on top that was made here, also while it was being read. */
  const readAgain = useCallback(() => {
    stopReading.current();
    let isCurrent = true;
    settledMeanwhile.current = [];
    const list = () => listOutbox(userId, assignment.id);
    const read = async () => {
      const before = await list();
      const fresh = await apiRequest<AssignmentDetail>(`/api/v1/assignments/${assignment.id}`, {
        signal: AbortSignal.timeout(longestReadingMs),
      });
      const [after, refused] = await Promise.all([list(), listRefused(userId, assignment.id)]);
      if (!isCurrent) return;
      // They are sent in their order, so that what is acknowledged comes before what waits.
      const made = new Map((settledMeanwhile.current ?? []).map((one) => [one.id, one]));
      for (const { operation } of [...before, ...after]) made.set(operation.id, operation);
      for (const [id, operation] of unsettled.current) made.set(id, operation);
      settledMeanwhile.current = null;
      for (const { id } of refused) made.delete(id);
      const history = withoutSpans(latest.current.history, outdatedIds.current);
      outdatedIds.current = new Set();
      const known = withRemovedSpans(toLayer(fresh.spans), history);
      show(toView(foldOperations([...made.values()], known), history));
      keeper.current?.keep(history);
    };
    const stop = untilDone(read);
    stopReading.current = () => {
      isCurrent = false;
      stop();
    };
  }, [assignment.id, userId, show]);

  const onSettled = useCallback(
    ({ ids, refusedSpanIds }: Settled) => {
      // Another tab's, or an earlier visit's, which this page may not show yet.
      const own = ids.flatMap((id) => unsettled.current.get(id) ?? []);
      for (const { id } of own) unsettled.current.delete(id);
      settledMeanwhile.current?.push(...own);
      const isForeign = own.length < ids.length;
      if (refusedSpanIds.length === 0 && !isForeign) return;
      outdatedIds.current = new Set([...outdatedIds.current, ...refusedSpanIds]);
      readAgain();
    },
    [readAgain],
  );
  const outbox = useOutbox({ userId, assignmentId: assignment.id }, onSettled);
  useEffect(() => () => stopReading.current(), [readAgain]);

  useEffect(() => {
    const owner = { userId, assignmentId: assignment.id };
    // What an earlier visit left unsent, and could undo, belongs to what is shown from the start.
    const begin = async () => {
      // In this order: what is sent in between is missed by neither.
      const waiting = await listOutbox(userId, assignment.id);
      const [memory, sentUpTo] = await Promise.all([recall(owner), recallRevision(owner)]);
      const { layer, history } = latest.current;
      const isFresh = history === emptyHistory;
      const kept = isFresh ? (memory?.history ?? emptyHistory) : history;
      const operations = waiting.map(({ operation }) => operation);
      const isOld = isFresh && isBehind(layer, kept, operations);
      // Something was sent after this page had been made: by another page, or it is a kept copy.
      if (isOld || assignment.revision < sentUpTo) readAgain();
      if (waiting.length === 0 && kept === history) return;
      const known = isOld ? catchUp(layer, kept) : withRemovedSpans(layer, kept);
      show(toView(foldOperations(operations, known), kept));
    };
    // Without storage the outbox says so; there is no more to tell here.
    begin().catch(() => undefined);
  }, [assignment.id, assignment.revision, userId, show, readAgain]);

  useEffect(() => {
    const mine = new HistoryKeeper({ userId, assignmentId: assignment.id });
    keeper.current = mine;
    window.addEventListener("pagehide", mine.write);
    return () => {
      window.removeEventListener("pagehide", mine.write);
      mine.write();
    };
  }, [assignment.id, userId]);

  /** Shows a change of the person's own and keeps how to undo it. */
  const showOwn = (next: View) => {
    show(next);
    keeper.current?.keep(next.history);
  };

  const { article, codebook } = assignment;
  const context: ReadingContext = useMemo(
    () => ({
      texts: { title: new CodePointIndex(article.title), body: new CodePointIndex(article.body) },
      codebook,
      language: article.language,
    }),
    [article.title, article.body, article.language, codebook],
  );

  /** The view after an operation, or why it can't be made. `historyAfter` is asked if it can. */
  function rehearse(
    view: View,
    operation: Operation,
    historyAfter: () => History,
  ): View | ChangeProblem {
    // What is shown of such a span isn't what the server has.
    if (outdatedIds.current.has(spanIdOf(operation))) return changedMeanwhile;
    const problem = checkOperation(context, view.layer, operation);
    if (problem) return problem;
    const applied = applyOperation(view.layer, operation);
    if (applied.result === "conflict") return changedMeanwhile;
    return viewAfter(view, applied.layer, operation, historyAfter());
  }

  /** Makes what was rehearsed, and keeps with each change what its span was before. */
  function make(operations: readonly Operation[], view: View): void {
    let { layer } = latest.current;
    showOwn(view);
    for (const operation of operations) {
      unsettled.current.set(operation.id, operation);
      outbox.queue(operation, layer.get(spanIdOf(operation)));
      const applied = applyOperation(layer, operation);
      if (applied.result === "applied") layer = applied.layer;
    }
  }

  /** Applies changes at once, all or none. @returns why they can't be, or null */
  function perform(changes: readonly NewOperation[]): ChangeProblem | null {
    let view = latest.current;
    const operations = changes.map((change): Operation => ({ ...change, id: uuidv7() }));
    const stroke = operations.length > 1 ? operations[0]?.id : undefined;
    for (const operation of operations) {
      const { history, layer } = view;
      const next = rehearse(view, operation, () => recordStep(history, layer, operation, stroke));
      if ("code" in next) return next;
      view = next;
    }
    make(operations, view);
    return null;
  }

  /** Undoes or redoes a stroke. One that can't be is dropped. @returns why it can't be, or null */
  function travel(direction: "undo" | "redo"): ChangeProblem | null {
    const { layer, history } = latest.current;
    const list = direction === "undo" ? "done" : "undone";
    if (history[list].length === 0) return null;
    const stroke = stepBack(history, direction, layer, uuidv7);
    if (!stroke) {
      showOwn({ ...latest.current, history: { ...history, [list]: [] } });
      return changedMeanwhile;
    }
    let view = latest.current;
    for (const operation of stroke.operations) {
      const next = rehearse(view, operation, () => stroke.history);
      if ("code" in next) {
        showOwn({ ...latest.current, history: { ...history, [list]: stroke.history[list] } });
        return next;
      }
      view = next;
    }
    make(stroke.operations, view);
    return null;
  }

  return {
    spans: view.spans,
    context,
    perform,
    undo: () => travel("undo"),
    redo: () => travel("redo"),
    canUndo: view.history.done.length > 0,
    canRedo: view.history.undone.length > 0,
    outbox,
  };
}
