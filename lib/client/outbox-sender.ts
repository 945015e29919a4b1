import type { OperationResult, SaveOperationsResult } from "@/lib/contracts/operations";
import type { Me } from "@/lib/contracts/projects";
import { spanIdOf } from "@/lib/domain/annotation/operation";
import { ApiProblem, apiRequest } from "./api-client";
import type { OutboxEntry, RefusedEntry } from "./device-database";
import { waitedMs } from "./back-off";
import { nextBatch, settle } from "./outbox";

export type SendFailure =
  | "offline"
  | "signed_out"
  | "other_user"
  | "no_access"
  | "server"
  /** This device's storage can't be read or written. */
  | "device";
export type SenderEvent =
  /** `ids` are the operations that wait no more; those of `refusedSpanIds` were not taken. */
  | {
      kind: "settled";
      assignmentId: string;
      nSaved: number;
      ids: readonly string[];
      refusedSpanIds: readonly string[];
    }
  /** Null where it isn't about one layer. */
  | { kind: "failed"; failure: SendFailure; assignmentId: string | null }
  /** Their author has seen the refused ones. */
  | { kind: "dismissed"; assignmentId: string }
  /** Nothing waits: said to this page alone, which may have read the outbox before it was so. */
  | { kind: "idle" };

const batchSize = 100;
/** An answer that takes longer doesn't come: a connection that died says nothing. */
const longestAnswerMs = 30_000;
const soon = () => AbortSignal.timeout(longestAnswerMs);
/** The server has read a request and can't make sense of it, or it is too large. */
const unfitStatuses = [400, 413, 422];

/** A layer that may not be written to now, and until when it isn't tried. */
type Hold = { failures: number; untilMs: number };

/**
 * Sends a person's outbox, oldest change first, from one tab at a time.
 *
 * Never gives up: failures are tried again with growing, jittered pauses, or at once when the
 * browser is back online or `wake` is called. A layer that is closed to its person holds up no other.
 * A change leaves the outbox only when the answer names its id, and only while the server says that
 * this person is signed in; one that the server can't make sense of by itself goes aside.
 */
export class OutboxSender {
  private readonly held = new Map<string, Hold>();
  private readonly leaving = new AbortController();
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
    if (this.isStopped) return;
    this.channel.onmessage = ({ data }) => {
      // Another tab of this browser sends; its news are ours too.
      if (data === "wake") this.wakeHere();
      else this.onEvent(data as SenderEvent);
    };
    window.addEventListener("online", this.wake);
    document.addEventListener("visibilitychange", this.wake);
    const { signal } = this.leaving;
    navigator.locks
      .request(`slantwise-sender-${this.userId}`, { signal }, () => this.loop())
      .catch((error: unknown) => {
        // One that is stopped stands in line no longer.
        if (!this.isStopped) throw error;
      });
  }

  stop(): void {
    this.isStopped = true;
    this.leaving.abort();
    window.removeEventListener("online", this.wake);
    document.removeEventListener("visibilitychange", this.wake);
    this.wakeUp();
    this.channel.close();
  }

  /** What failed may go well now: here, or in the tab that holds the lock. */
  readonly wake = (): void => {
    for (const hold of this.held.values()) hold.untilMs = 0;
    this.nudge();
  };

  /** There is something to send: here, or in the tab that holds the lock. */
  readonly nudge = (): void => {
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
      let assignmentId: string | undefined;
      try {
        const held = this.heldNow();
        const batch = await nextBatch(this.userId, batchSize, held);
        assignmentId = batch[0]?.assignmentId;
        if (assignmentId) {
          await this.send(assignmentId, batch);
          this.held.delete(assignmentId);
        } else {
          if (held.size === 0 && !this.isStopped) this.onEvent({ kind: "idle" });
          await this.pause(this.heldForMs());
        }
        failures = 0;
      } catch (error) {
        const failure = this.failureOf(error);
        if (failure === "no_access" && assignmentId) {
          this.hold(assignmentId);
          this.tell({ kind: "failed", failure, assignmentId });
        } else {
          this.tell({ kind: "failed", failure, assignmentId: null });
          failures += 1;
          await this.pause(waitedMs(failures, Math.random()));
        }
      }
    }
  }

  private hold(assignmentId: string): void {
    const failures = (this.held.get(assignmentId)?.failures ?? 0) + 1;
    const untilMs = Date.now() + waitedMs(failures, Math.random());
    this.held.set(assignmentId, { failures, untilMs });
  }

  private heldNow(): ReadonlySet<string> {
    const now = Date.now();
    return new Set([...this.held].flatMap(([id, { untilMs }]) => (untilMs > now ? [id] : [])));
  }

  /** How long until a layer may be tried again; null when none is held. */
  private heldForMs(): number | null {
    const untilMs = Math.min(...[...this.held.values()].map((hold) => hold.untilMs));
    const forMs = untilMs - Date.now();
    return forMs > 0 && Number.isFinite(forMs) ? forMs : null;
  }

  private async send(assignmentId: string, batch: readonly OutboxEntry[]): Promise<void> {
    if (!this.isSignedInAsOwner) {
      const me = await apiRequest<Me>("/api/v1/me", { signal: soon() });
      if (me.id !== this.userId) throw new ApiProblem(403, "other_user", "Somebody else.");
      this.isSignedInAsOwner = true;
    }
    const { results, revision } = await post(assignmentId, batch);
    const { done, refused: answered } = sort(batch, results);
    if (done.length === 0) throw new ApiProblem(0, "unreadable", "No operation was answered.");
    const owner = { userId: this.userId, assignmentId };
    const refused = await settle(owner, done, answered, revision);
    const ids = new Set([...done, ...refused].map(({ operation }) => operation.id));
    const refusedSpanIds = [...new Set(refused.map(({ operation }) => spanIdOf(operation)))];
    const nSaved = done.length - answered.length;
    this.tell({ kind: "settled", assignmentId, nSaved, ids: [...ids], refusedSpanIds });
  }

  private failureOf(error: unknown): SendFailure {
    if (!(error instanceof ApiProblem)) return "device";
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

  /** Says it to this page and to the browser's other tabs. */
  tell(event: SenderEvent): void {
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

/**
 * What the server says of each change. A batch that it can't make sense of is sent in halves, down to
 * the change at fault, which counts as rejected: it must not hold up the others for ever.
 */
async function post(
  assignmentId: string,
  batch: readonly OutboxEntry[],
): Promise<SaveOperationsResult> {
  try {
    const body = { operations: batch.map(({ operation }) => operation) };
    const path = `/api/v1/assignments/${assignmentId}/operations`;
    return await apiRequest<SaveOperationsResult>(path, { method: "POST", body, signal: soon() });
  } catch (error) {
    if (!(error instanceof ApiProblem) || !unfitStatuses.includes(error.status)) throw error;
    const [first] = batch;
    if (batch.length === 1 && first) {
      // A proxy's page says nothing of the change.
      if (error.code === "unreadable") throw error;
      const problem = { code: error.code, detail: error.detail };
      return { revision: 0, results: [{ id: first.operation.id, result: "rejected", problem }] };
    }
    const half = Math.ceil(batch.length / 2);
    const earlier = await post(assignmentId, batch.slice(0, half));
    const later = await post(assignmentId, batch.slice(half));
    return {
      revision: Math.max(earlier.revision, later.revision),
      results: [...earlier.results, ...later.results],
    };
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
      const { sequence: _done, ...change } = entry;
      const refusedAt = new Date().toISOString();
      refused.push({ id: change.operation.id, ...change, answer, refusedAt });
    }
  }
  return { done, refused };
}
