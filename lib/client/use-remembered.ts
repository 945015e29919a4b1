"use client";

import { useCallback, useEffect, useRef, useState } from "react";

import type { WorkMemory } from "./device-database";
import { type Owner, recall, remember } from "./work-memory";

type Drafts = Required<Pick<WorkMemory, "answers" | "overruledHints">>;
export type Edit<Draft> = (now: Draft) => Draft;

/**
 * A draft that is kept on this device until it is handed in with the article. What is changed before
 * it is known what was kept goes on top of that.
 */
export function useRemembered<Name extends keyof Drafts>(
  { userId, assignmentId }: Owner,
  name: Name,
  initial: Drafts[Name] | (() => Drafts[Name]),
  isReadOnly: boolean,
): [Drafts[Name], (edit: Edit<Drafts[Name]>) => void] {
  const [draft, setDraft] = useState(initial);
  const latest = useRef(draft);
  // Null once it is known what was kept.
  const early = useRef<Edit<Drafts[Name]>[] | null>([]);

  useEffect(() => {
    if (isReadOnly) return;
    const owner = { userId, assignmentId };
    const begin = async () => {
      const kept: Partial<Drafts> = (await recall(owner)) ?? {};
      const edits = early.current ?? [];
      early.current = null;
      if (!kept[name] && edits.length === 0) return;
      if (kept[name]) latest.current = edits.reduce((now, edit) => edit(now), kept[name]);
      setDraft(latest.current);
      if (edits.length > 0) await remember(owner, { [name]: latest.current });
    };
    // Without storage the outbox says so; drafts then live as long as the page.
    begin().catch(() => {
      early.current = null;
    });
  }, [assignmentId, userId, name, isReadOnly]);

  const change = useCallback(
    (edit: Edit<Drafts[Name]>) => {
      latest.current = edit(latest.current);
      setDraft(latest.current);
      if (early.current) early.current.push(edit);
      else remember({ userId, assignmentId }, { [name]: latest.current }).catch(() => undefined);
    },
    [assignmentId, userId, name],
  );
  return [draft, change];
}
