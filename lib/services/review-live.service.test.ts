import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";

import type { ReviewEvent } from "../contracts/review-events";
import { liveHub } from "../server/live";
import { decide } from "./decisions";
import { removeMember } from "./members";
import { getDisagreement, listDisagreements } from "./review";
import { addComment } from "./review-comments";
import { openDiscussion } from "./review-discussion";
import { openDiscussionEvents, openReviewEvents, sayLooking } from "./review-live";
import { at } from "./testing/make-project";
import { makeReviewedProject } from "./testing/make-reviewed-project";
import { withClient } from "./testing/sql";

const signedIn = () => Promise.resolve(true);

/** Reads events from a stream one after the other; null when it has ended. */
function reader(stream: ReadableStream<Uint8Array>) {
  const decoder = new TextDecoder();
  const chunks = stream.getReader();
  let text = "";
  return {
    async next(): Promise<ReviewEvent | null> {
      for (;;) {
        const end = text.indexOf("\n\n");
        if (end >= 0) {
          const message = text.slice(0, end);
          text = text.slice(end + 2);
          if (message.startsWith("data: ")) return JSON.parse(message.slice(6)) as ReviewEvent;
          continue;
        }
        const { done, value } = await chunks.read();
        if (done) return null;
        text += decoder.decode(value, { stream: true });
      }
    },
    leave: () => chunks.cancel(),
  };
}

/** A reader of a stream that hears everything from now on. */
async function follow(...call: Parameters<typeof openReviewEvents>) {
  const events = reader(await openReviewEvents(...call));
  expect(await events.next()).toEqual({ type: "resync" });
  return events;
}

/** The same of the one discussion. */
async function listen(...call: Parameters<typeof openDiscussionEvents>) {
  const events = reader(await openDiscussionEvents(...call));
  expect(await events.next()).toEqual({ type: "resync" });
  return events;
}

const reject = () => ({ id: uuidv7(), outcome: "reject", baseRevision: 0 }) as const;

describe("the events of a project", () => {
  it("tell of a decision, and of nothing elsewhere", async () => {
    const here = await makeReviewedProject();
    const elsewhere = await makeReviewedProject();
    const events = await follow(here.actors.admin, here.projectId, signedIn);
    await decide(elsewhere.actors.reviewer, elsewhere.disagreementId, reject());
    const begun = performance.now();
    await decide(here.actors.reviewer, here.disagreementId, reject());
    const { disagreementId } = here;
    expect(await events.next()).toEqual({
      ...{ type: "decided", disagreementId, by: "R02", status: "decided" },
    });
    expect(performance.now() - begun).toBeLessThan(2_000);
    await events.leave();
  });

  it("say who looks at what, also to who comes later, until they leave", async () => {
    const { actors, projectId, disagreementId } = await makeReviewedProject();
    const first = await follow(actors.admin, projectId, signedIn);
    await sayLooking(actors.reviewer, disagreementId, true);
    const looking = { type: "looking", disagreementId, by: "R02", isLooking: true };
    expect(await first.next()).toEqual(looking);
    const later = await follow(actors.admin, projectId, signedIn);
    expect(await later.next()).toEqual(looking);
    await sayLooking(actors.reviewer, disagreementId, false);
    for (const events of [first, later]) {
      expect(await events.next()).toEqual({ ...looking, isLooking: false });
      await events.leave();
    }
  });

  it("end, untold, for whoever was removed or has signed out", async () => {
    const { actors, projectId, disagreementId } = await makeReviewedProject();
    let isSignedIn = true;
    const removed = await follow(actors.reviewer, projectId, signedIn);
    const signedOut = await follow(actors.admin, projectId, () => Promise.resolve(isSignedIn));
    await removeMember(actors.admin, projectId, actors.reviewer.userId);
    isSignedIn = false;
    await decide(actors.admin, disagreementId, reject());
    expect(await removed.next()).toBeNull();
    expect(await signedOut.next()).toBeNull();
  });

  it("go on after the connection was lost, and say that something may be missing", async () => {
    const { actors, projectId, disagreementId } = await makeReviewedProject();
    const events = await follow(actors.admin, projectId, signedIn);
    await withClient((client) =>
      client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'slantwise live' AND datname = current_database()`,
      ),
    );
    expect(await events.next()).toEqual({ type: "resync" });
    await decide(actors.reviewer, disagreementId, reject());
    expect(await events.next()).toMatchObject({ type: "decided" });
    await events.leave();
  });

  it("all end when the server stops", async () => {
    const { actors, projectId } = await makeReviewedProject();
    const events = await follow(actors.admin, projectId, signedIn);
    liveHub().closeAll();
    expect(await events.next()).toBeNull();
  });
});

describe("the events of a discussion", () => {
  const say = () => ({ id: uuidv7(), text: "Why?" });

  it("tell an annotator who was let in what is said there, and of nothing else", async () => {
    const { actors, annotators, disagreementId } = await makeReviewedProject([
      [{ quote: "complained", tagId: "LOADED" }],
      [{ quote: "refusal", tagId: "LOADED" }],
    ]);
    const annotator = at(annotators, 0);
    await expect(openDiscussionEvents(annotator, disagreementId, signedIn)).rejects.toMatchObject({
      code: "forbidden",
    });
    await openDiscussion(actors.admin, disagreementId, true);
    const events = await listen(annotator, disagreementId, signedIn);
    const { projectId } = await getDisagreement(actors.admin, disagreementId);
    const { items } = await listDisagreements(actors.admin, projectId, { limit: 50 });
    const other = items.find(({ id }) => id !== disagreementId)?.id ?? "";
    await sayLooking(actors.reviewer, disagreementId, true);
    await decide(actors.reviewer, disagreementId, reject());
    await addComment(actors.admin, other, say());
    const begun = performance.now();
    await addComment(actors.admin, disagreementId, say());
    expect(await events.next()).toEqual({ type: "commented", disagreementId, by: "R01" });
    expect(performance.now() - begun).toBeLessThan(2_000);
    await events.leave();
  });

  it("end, untold, once the discussion is closed to annotators, but not for reviewers", async () => {
    const { actors, annotators, disagreementId } = await makeReviewedProject();
    await openDiscussion(actors.admin, disagreementId, true);
    const theirs = await listen(at(annotators, 0), disagreementId, signedIn);
    const reviewers = await listen(actors.reviewer, disagreementId, signedIn);
    await openDiscussion(actors.admin, disagreementId, false);
    await addComment(actors.admin, disagreementId, say());
    expect(await theirs.next()).toBeNull();
    expect(await reviewers.next()).toMatchObject({ type: "opened" });
    expect(await reviewers.next()).toMatchObject({ type: "commented" });
    await reviewers.leave();
  });
});
