import { waitedMs } from "./back-off";
import { type OutboxEntry, storageFailureOf, type StorageFailure } from "./device-database";
import { putInOutbox } from "./outbox";

export type WriterState = {
  /** Changes that are in this page's memory alone. */
  nUnwritten: number;
  /** Why the oldest of them is not on the disk, if it was tried. */
  failure: StorageFailure | null;
};

/** Less than a frame. */
const pauseMs = 10;

/**
 * Puts changes on this device's disk, one after the other in the order they were made. One that
 * can't be written stays in memory and is tried again, with growing pauses, for as long as the
 * page is open: a later change never overtakes it.
 */
export class OutboxWriter {
  private readonly unwritten: OutboxEntry[] = [];
  private isRunning = false;
  private failure: StorageFailure | null = null;
  private start: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly onState: (state: WriterState) => void,
    private readonly onWritten: () => void,
    private readonly put: (entry: OutboxEntry) => Promise<void> = putInOutbox,
  ) {}

  add(entry: OutboxEntry): void {
    this.unwritten.push(entry);
    this.tell();
    // The frame that shows the change needn't wait for the disk to be asked.
    this.start ??= setTimeout(this.flush, pauseMs);
  }

  /** Asks the disk now: the screen or the page is being left. */
  readonly flush = (): void => {
    clearTimeout(this.start);
    this.start = undefined;
    if (!this.isRunning) void this.run();
  };

  private async run(): Promise<void> {
    this.isRunning = true;
    let failures = 0;
    for (let entry = this.unwritten[0]; entry; entry = this.unwritten[0]) {
      try {
        await this.put(entry);
        this.unwritten.shift();
        this.failure = null;
        failures = 0;
        this.tell();
        this.onWritten();
      } catch (error) {
        failures += 1;
        this.failure = storageFailureOf(error);
        this.tell();
        await new Promise((resolve) => setTimeout(resolve, waitedMs(failures, Math.random())));
      }
    }
    this.isRunning = false;
  }

  private tell(): void {
    this.onState({ nUnwritten: this.unwritten.length, failure: this.failure });
  }
}
