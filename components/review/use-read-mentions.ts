"use client";

import { useEffect, useRef, useState } from "react";

import { apiRequest } from "@/lib/client/api-client";
import type { CommentItem, Thread } from "@/lib/contracts/comments";

/**
 * Says that what speaks to the reader was seen, once it is on a screen that they can see.
 * @returns ids of what was unread when it came: marked until the page is left, though it is read
 */
export function useReadMentions(
  disagreementId: string,
  items: readonly CommentItem[],
): ReadonlySet<string> {
  const sent = useRef(new Set<string>());
  const [cameUnread, setCameUnread] = useState<ReadonlySet<string>>(new Set());
  const news = items.filter(({ id, isUnread }) => isUnread && !cameUnread.has(id));
  if (news.length > 0) setCameUnread(new Set([...cameUnread, ...news.map(({ id }) => id)]));

  useEffect(() => {
    const say = () => {
      const unread = items.filter(({ id, isUnread }) => isUnread && !sent.current.has(id));
      if (unread.length === 0 || document.visibilityState !== "visible") return;
      const commentIds = unread.map(({ id }) => id);
      for (const id of commentIds) sent.current.add(id);
      const path = `/api/v1/disagreements/${disagreementId}/comments/read`;
      apiRequest<Thread>(path, { method: "POST", body: { commentIds } }).catch(() => {
        // Said again when the page is seen next, or something more comes in.
        for (const id of commentIds) sent.current.delete(id);
      });
    };
    say();
    document.addEventListener("visibilitychange", say);
    return () => document.removeEventListener("visibilitychange", say);
  }, [disagreementId, items]);

  return cameUnread;
}
