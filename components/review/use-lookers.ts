"use client";

import { useEffect, useState } from "react";

import { lookingMs } from "@/lib/domain/review/looking";
import { useReviewEvents } from "./use-review-events";

type Looking = { disagreementId: string; by: string; until: number };

/** Pseudonyms of the other reviewers who have a disagreement open, by its id. */
export function useLookers(
  projectId: string,
  viewer: string,
): ReadonlyMap<string, readonly string[]> {
  const [looking, setLooking] = useState<readonly Looking[]>([]);

  useReviewEvents(projectId, (event) => {
    if (event.type !== "looking" || event.by === viewer) return;
    const { disagreementId, by, isLooking } = event;
    setLooking((before) => [
      ...before.filter((one) => one.disagreementId !== disagreementId || one.by !== by),
      ...(isLooking ? [{ disagreementId, by, until: Date.now() + lookingMs }] : []),
    ]);
  });

  useEffect(() => {
    const [next] = looking.map(({ until }) => until).sort((a, b) => a - b);
    if (next === undefined) return;
    const forget = () => setLooking((before) => before.filter(({ until }) => until > Date.now()));
    const timer = setTimeout(forget, Math.max(0, next - Date.now()) + 50);
    return () => clearTimeout(timer);
  }, [looking]);

  const lookers = new Map<string, readonly string[]>();
  for (const { disagreementId, by } of looking) {
    lookers.set(disagreementId, [...(lookers.get(disagreementId) ?? []), by].sort());
  }
  return lookers;
}
