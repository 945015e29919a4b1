import type { OperationResult, SaveOperationsResult } from "@/lib/contracts/operations";
import type { Me } from "@/lib/contracts/projects";
import { ApiProblem, apiRequest } from "./api-client";
import type { OutboxEntry, RefusedEntry } from "./device-database";
import { waitedMs } from "./back-off";
import { nextBatch, settle } from "./outbox";

export type SendFailure = "offline" | "signed_out" | "other_user" | "no_access" | "server";
export type SenderEvent =
  | { kind: "settled"; assignmentId: string; nSaved: number; nRefused: number }
  | { kind: "failed"; failure: SendFailure }
  /** Nothing waits: said to this page alone, which may have read the outbox before it was so. */
  | { kind: "idle" };

const batchSize = 100;

/**
 * Sends a person's outbox, oldest change first, from one tab at a time.
 *
 * Never gives up: failures are tried again with growing, jittered pauses, or at once when the
 * browser is back online or `wake` is called. A change leaves the outbox only when the answer
 * names its id, and only while the server says that this person is signed in.
 */
export class OutboxSender {
  private isStopped = false;
  private isSignedInAsOwner = false;
  private isWoken = false;
  private wakeUp: () => void = () => undefined;
  private readonly channel = new BroadcastChannel("slantwise-outbox");

  constructor(
    private readonly userId: string,
    private readonly onEvent: (event: SenderEvent) => void,
  ) {}

  start(): void {
    this.channel.onmessage = ({ data }) => {
      // Another tab of this browser sends; its news are ours too.
      if (data === "wake") this.wakeHere();
      else this.onEvent(data as SenderEvent);
    };
    window.addEventListener("online", this.wake);
    document.addEventListener("visibilitychange", this.wake);
    void navigator.locks.request(`slantwise-sender-${this.userId}`, () => this.loop());
  }

  stop(): void {
    this.isStopped = true;
    window.removeEventListener("online", this.wake);
    document.removeEventListener("visibilitychange", this.wake);
    this.wakeUp();
    this.channel.close();
  }

  /** There may be something to send: here, or in the tab that holds the lock. */
  readonly wake = (): void => {
    this.wakeHere();
    if (!this.isStopped) this.channel.postMessage("wake");
  };

  private wakeHere(): void {
    this.isWoken = true;
    this.wakeUp();
  }

  private async loop(): Promise<void> {
    let failures = 0;
    while (!this.isStopped) {
      this.isWoken = false;
      const batch = await nextBatch(this.userId, batchSize);
      if (batch.length === 0) {
        if (!this.isStopped) this.onEvent({ kind: "idle" });
        await this.pause(null);
        continue;
      }
      try {
        await this.send(batch);
        failures = 0;
      } catch (error) {
        this.tell({ kind: "failed", failure: this.failureOf(error) });
        failures += 1;
        await this.pause(waitedMs(failures, Math.random()));
      }
    }
  }

  private async send(batch: readonly OutboxEntry[]): Promise<void> {
    if (!this.isSignedInAsOwner) {
      const me = await apiRequest<Me>("/api/v1/me");
      if (me.id !== this.userId) throw new ApiProblem(403, "other_user", "Somebody else.");
      this.isSignedInAsOwner = true;
    }
    const [first] = batch;
    if (!first) return;
    const { results } = await apiRequest<SaveOperationsResult>(
      `/api/v1/assignments/${first.assignmentId}/operations`,
      { method: "POST", body: { operations: batch.map(({ operation }) => operation) } },
    );
    const { done, refused } = sort(batch, results);
    if (done.length === 0) throw new ApiProblem(0, "unreadable", "No operation was answered.");
    await settle(done, refused);
    const { assignmentId } = first;
    const nRefused = refused.length;
    this.tell({ kind: "settled", assignmentId, nSaved: done.length - nRefused, nRefused });
  }

  private failureOf(error: unknown): SendFailure {
    if (!(error instanceof ApiProblem)) return "server";
    if (error.status === 401) {
      this.isSignedInAsOwner = false;
      return "signed_out";
    }
    if (error.code === "other_user") return "other_user";
    if (error.status === 403 || error.status === 404) {
      // Perhaps somebody else has signed in meanwhile: the next attempt asks first.
      this.isSignedInAsOwner = false;
      return "no_access";
    }
    return error.code === "offline" ? "offline" : "server";
  }

  private tell(event: SenderEvent): void {
    if (this.isStopped) return;
    this.onEvent(event);
    this.channel.postMessage(event);
  }

  /** Until woken, or the time is over. What came in since the outbox was read counts as woken. */
  private pause(delayMs: number | null): Promise<void> {
    if (this.isWoken) return Promise.resolve();
    return new Promise((resolve) => {
      this.wakeUp = resolve;
      if (delayMs !== null) setTimeout(resolve, delayMs);
    });
  }
}

/** What the answers settle: acknowledged and refused changes; unanswered ones stay in line. */
function sort(batch: readonly OutboxEntry[], results: readonly OperationResult[]) {
  const answers = new Map(results.map((answer) => [answer.id, answer]));
  const done: OutboxEntry[] = [];
  const refused: RefusedEntry[] = [];
  for (const entry of batch) {
    const answer = answers.get(entry.operation.id);
    if (!answer) continue;
    done.push(entry);
    if (answer.result === "conflict" || answer.result === "rejected") {
      const { userId, assignmentId, operation } = entry;
      const refusedAt = new Date().toISOString();
      refused.push({ id: operation.id, userId, assignmentId, operation, answer, refusedAt });
    }
  }
  return { done, refused };
}
