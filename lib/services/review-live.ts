import "server-only";

import type { ReviewEvent } from "../contracts/review-events";
import { findDisagreement } from "../db/disagreements";
import { type LiveMessage, notifyLive } from "../db/live";
import { pseudonymsOf } from "../db/members";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { eventStream, type EventStream } from "../server/event-stream";
import { liveHub } from "../server/live";
import { authorise, nothingHere } from "./access";
import { joinDiscussion } from "./review-discussion";

const heartbeatMs = 15_000;
/** A right that was taken away ends a stream at its next message, or this soon without one. */
const recheckMs = 15_000;
/** A browser connects again by itself, and is asked again who it is. */
const longestMs = 5 * 60_000;

/**
 * What happens in a project's review, as server-sent events. `isSignedIn` is asked again together
 * with the right to read disagreements while the stream lasts.
 */
export async function openReviewEvents(
  actor: Actor,
  projectId: string,
  isSignedIn: () => Promise<boolean>,
): Promise<ReadableStream<Uint8Array>> {
  await authorise(actor, "disagreements.read", requireUuid(projectId));
  const maySee = async () => {
    if (!(await isSignedIn())) return false;
    return authorise(actor, "disagreements.read", projectId).then(
      () => true,
      () => false,
    );
  };
  const isTold = () => true;
  return eventStream((stream) => follow(stream, { projectId, maySee, isTold }), heartbeatMs);
}

/**
 * What is said in one discussion, and whether it is open, for whoever may join it: annotators hear of
 * nothing else. It ends when they may no longer.
 */
export async function openDiscussionEvents(
  actor: Actor,
  disagreementId: string,
  isSignedIn: () => Promise<boolean>,
): Promise<ReadableStream<Uint8Array>> {
  const { projectId } = await joinDiscussion(actor, disagreementId);
  const maySee = async () => {
    if (!(await isSignedIn())) return false;
    return joinDiscussion(actor, disagreementId).then(
      () => true,
      () => false,
    );
  };
  const isTold = (message: LiveMessage) =>
    message.disagreementId === disagreementId &&
    (message.type === "commented" || message.type === "opened");
  return eventStream((stream) => follow(stream, { projectId, maySee, isTold }), heartbeatMs);
}

type Following = {
  projectId: string;
  maySee: () => Promise<boolean>;
  isTold: (message: LiveMessage) => boolean;
};

function follow(stream: EventStream, { projectId, maySee, isTold }: Following): () => void {
  const hub = liveHub();
  const names = new Map<string, string>();
  async function nameOf(userId: string): Promise<string> {
    const known = names.get(userId);
    if (known) return known;
    for (const [id, name] of await pseudonymsOf(projectId)) names.set(id, name);
    return names.get(userId) ?? "";
  }
  // One after the other, so that messages keep their order.
  let turn = Promise.resolve();
  function inTurn(work: () => Promise<void>) {
    turn = turn.then(work).catch(() => stream.close());
  }
  const tell = async (message: LiveMessage | null) => {
    const event = message ? toEvent(message, await nameOf(message.userId)) : { type: "resync" };
    if (event) stream.send(event);
  };

  const unsubscribe = hub.subscribe(
    projectId,
    (message) => {
      if (message && !isTold(message)) return;
      inTurn(async () => {
        if (await maySee()) await tell(message);
        else stream.close();
      });
    },
    () => stream.close(),
  );
  for (const message of hub.presence.of(projectId, Date.now())) {
    if (isTold(message)) inTurn(() => tell(message));
  }
  const recheck = setInterval(
    () => inTurn(async () => void ((await maySee()) || stream.close())),
    recheckMs,
  );
  const atMost = setTimeout(() => stream.close(), longestMs);
  return () => {
    unsubscribe();
    clearInterval(recheck);
    clearTimeout(atMost);
  };
}

function toEvent(message: LiveMessage, by: string): ReviewEvent | null {
  const { type, disagreementId, articleId } = message;
  if (type === "submitted") return articleId ? { type, articleId } : null;
  if (!disagreementId) return null;
  switch (type) {
    case "decided":
      return { type, disagreementId, by, status: message.status ?? "decided" };
    case "appealed":
    case "commented":
    case "opened":
      return { type, disagreementId, by };
    case "looking":
    case "left":
      return { type: "looking", disagreementId, by, isLooking: type === "looking" };
  }
}

/** Says that somebody has a disagreement open, or no longer has. It never keeps others from it. */
export async function sayLooking(
  actor: Actor,
  disagreementId: string,
  isLooking: boolean,
): Promise<{ isLooking: boolean }> {
  const found = await findDisagreement(requireUuid(disagreementId));
  if (!found) throw nothingHere();
  const { projectId } = found;
  const { userId } = await authorise(actor, "disagreements.decide", projectId);
  const type = isLooking ? "looking" : "left";
  await notifyLive({ type, projectId, userId, disagreementId });
  return { isLooking };
}
