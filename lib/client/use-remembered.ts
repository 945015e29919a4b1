"use client";

import { useCallback, useEffect, useState } from "react";

import type { WorkMemory } from "./device-database";
import { type Owner, recall, remember } from "./work-memory";

type Drafts = Required<Pick<WorkMemory, "answers" | "overruledHints">>;

/** A draft that is kept on this device until it is handed in with the article. */
export function useRemembered<Name extends keyof Drafts>(
  { userId, assignmentId }: Owner,
  name: Name,
  initial: Drafts[Name] | (() => Drafts[Name]),
  isReadOnly: boolean,
): [Drafts[Name], (draft: Drafts[Name]) => void] {
  const [draft, setDraft] = useState(initial);

  useEffect(() => {
    if (isReadOnly) return;
    recall({ userId, assignmentId }).then(
      (memory) => {
        const kept: Partial<Drafts> = memory ?? {};
        if (kept[name]) setDraft(kept[name]);
      },
      // Without storage the outbox says so; drafts then live as long as the page.
      () => undefined,
    );
  }, [assignmentId, userId, name, isReadOnly]);

  const change = useCallback(
    (next: Drafts[Name]) => {
      setDraft(next);
      remember({ userId, assignmentId }, { [name]: next }).catch(() => undefined);
    },
    [assignmentId, userId, name],
  );
  return [draft, change];
}
