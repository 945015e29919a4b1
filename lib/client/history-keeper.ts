import type { History } from "@/lib/domain/annotation/history";
import { type Owner, rememberHistory } from "./work-memory";

/** Long enough for the screen to show the change first, and for a burst to be written once. */
const pauseMs = 100;

/**
 * Keeps what can be undone on this device, so that a reload doesn't end it. Changes themselves are
 * the outbox's and wait for nothing; this follows when the screen has shown them, at the latest when
 * the page is left.
 */
export class HistoryKeeper {
  private waiting: History | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly owner: Owner) {}

  readonly keep = (history: History): void => {
    this.waiting = history;
    this.timer ??= setTimeout(this.write, pauseMs);
  };

  readonly write = (): void => {
    clearTimeout(this.timer);
    this.timer = undefined;
    const history = this.waiting;
    this.waiting = null;
    // Without storage the outbox says so; what can be undone then lives as long as the page.
    if (history) rememberHistory(this.owner, history).catch(() => undefined);
  };
}
