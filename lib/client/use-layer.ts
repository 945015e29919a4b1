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
import { listOutbox } from "./outbox";
import { untilDone } from "./until-done";
import { useOutbox } from "./use-outbox";
import { recall } from "./work-memory";

function toLayer(spans: readonly Span[]): Layer {
  return new Map<string, LayerSpan>(spans.map((span) => [span.id, { ...span, isRemoved: false }]));
}

/** Why a change can't be made. */
export type ChangeProblem = OperationProblem | Problem<"changed_meanwhile">;

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

  const readAgain = useCallback(
    async (kept: History) => {
      const [fresh, waiting] = await Promise.all([
        apiRequest<AssignmentDetail>(`/api/v1/assignments/${assignment.id}`),
        listOutbox(userId, assignment.id),
      ]);
      const operations = waiting.map(({ operation }) => operation);
      const known = withRemovedSpans(toLayer(fresh.spans), kept);
      show(toView(foldOperations(operations, known), kept));
    },
    [assignment.id, userId, show],
  );
  const onRefused = useCallback(() => void readAgain(emptyHistory), [readAgain]);
  const outbox = useOutbox({ userId, assignmentId: assignment.id }, onRefused);

  useEffect(() => {
    const owner = { userId, assignmentId: assignment.id };
    let stopReading: () => void = () => undefined;
    // What an earlier visit left unsent, and could undo, belongs to what is shown from the start.
    const begin = async () => {
      const [waiting, memory] = await Promise.all([
        listOutbox(userId, assignment.id),
        recall(owner),
      ]);
      const { layer, history } = latest.current;
      const isFresh = history === emptyHistory;
      const kept = isFresh ? (memory?.history ?? emptyHistory) : history;
      if (waiting.length === 0 && kept === history) return;
      const operations = waiting.map(({ operation }) => operation);
      const isOld = isFresh && isBehind(layer, kept, operations);
      const known = isOld ? catchUp(layer, kept) : withRemovedSpans(layer, kept);
      show(toView(foldOperations(operations, known), kept));
      // Something was sent after this page had been made: by another page, or it is a kept copy.
      if (isOld) stopReading = untilDone(() => readAgain(latest.current.history));
    };
    // Without storage the outbox says so; there is no more to tell here.
    begin().catch(() => undefined);
    return () => stopReading();
  }, [assignment.id, userId, show, readAgain]);

  const keeper = useRef<HistoryKeeper | null>(null);
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

  /** Applies a change at once. @returns why it can't be, or null */
  function perform(change: NewOperation): ChangeProblem | null {
    const operation = { ...change, id: uuidv7() };
    const { layer, history } = latest.current;
    const problem = checkOperation(context, layer, operation);
    if (problem) return problem;
    const applied = applyOperation(layer, operation);
    if (applied.result === "conflict") {
      const detail = "This span has changed meanwhile. Look again.";
      return { code: "changed_meanwhile", detail, facts: {} };
    }
    const next = recordStep(history, layer, operation);
    showOwn(viewAfter(latest.current, applied.layer, operation, next));
    outbox.queue(operation);
    return null;
  }

  function travel(direction: "undo" | "redo"): void {
    const { layer, history } = latest.current;
    const step = stepBack(history, direction, layer, uuidv7());
    const applied = step && applyOperation(layer, step.operation);
    if (!step || applied?.result !== "applied") return;
    showOwn(viewAfter(latest.current, applied.layer, step.operation, step.history));
    outbox.queue(step.operation);
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
