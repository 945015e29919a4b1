"use client";

import { useEffect, useRef } from "react";

import { followReview } from "@/lib/client/review-feed";
import type { ReviewEvent } from "@/lib/contracts/review-events";

/** Calls `onEvent` with what happens in the project's review while the component is there. */
export function useReviewEvents(projectId: string, onEvent: (event: ReviewEvent) => void) {
  const latest = useRef(onEvent);

  useEffect(() => {
    latest.current = onEvent;
  });

  useEffect(() => followReview(projectId, (event) => latest.current(event)), [projectId]);
}
