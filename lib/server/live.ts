import "server-only";
import pg from "pg";

import { liveChannel, type LiveMessage } from "../db/live";
import { describeError, log } from "./log";
import { Presence } from "./presence";

/** `null` says that messages may have been missed. */
type Listener = (message: LiveMessage | null) => void;

const firstDelayMs = 250;
const longestDelayMs = 5_000;

/** One connection of the process on which Postgres says what happened, shared by all who listen. */
class LiveHub {
  readonly presence = new Presence();
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #closers = new Set<() => void>();
  #client: pg.Client | undefined;
  #delayMs = firstDelayMs;
  #isListening = false;

  /**
   * Calls `listener` with each message of the project until the returned function is called, and
   * with null whenever it begins to hear: what happened up to then it may have missed.
   */
  subscribe(projectId: string, listener: Listener, close: () => void): () => void {
    const listeners = this.#listeners.get(projectId) ?? new Set();
    this.#listeners.set(projectId, listeners.add(listener));
    this.#closers.add(close);
    if (this.#isListening) listener(null);
    if (!this.#client) void this.#connect();
    return () => {
      this.#closers.delete(close);
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(projectId);
    };
  }

  /** Ends every stream, so that a server that stops need not wait for its readers. */
  closeAll(): void {
    for (const close of [...this.#closers]) close();
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: process.env.DATABASE_URL,
      application_name: "slantwise live",
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    this.#client = client;
    client.on("notification", ({ payload }) => this.#receive(payload));
    // Both may be heard of one loss; only the first is acted on.
    client.on("error", (error) => this.#reconnect(client, error));
    client.on("end", () => this.#reconnect(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${liveChannel}`);
    } catch (error) {
      this.#reconnect(client, error);
      return;
    }
    this.#delayMs = firstDelayMs;
    this.#isListening = true;
    for (const listeners of this.#listeners.values()) {
      for (const listener of listeners) listener(null);
    }
  }

  #reconnect(client: pg.Client, error?: unknown): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    this.#isListening = false;
    log("warn", "live.disconnected", error === undefined ? {} : describeError(error));
    client.end().catch(() => undefined);
    if (this.#listeners.size === 0) return;
    const delayMs = this.#delayMs;
    this.#delayMs = Math.min(longestDelayMs, delayMs * 2);
    setTimeout(() => {
      if (!this.#client) void this.#connect();
    }, delayMs).unref();
  }

  #receive(payload: string | undefined): void {
    const message = readMessage(payload);
    if (!message) return;
    this.presence.take(message, Date.now());
    for (const listener of this.#listeners.get(message.projectId) ?? []) listener(message);
  }
}

/** Whoever may connect to the database may notify, so nothing is taken for granted. */
function readMessage(payload: string | undefined): LiveMessage | null {
  try {
    const message = JSON.parse(payload ?? "") as Partial<LiveMessage> | null;
    const isKnown = message?.type && message.projectId && message.userId;
    return isKnown ? (message as LiveMessage) : null;
  } catch {
    return null;
  }
}

const kept = globalThis as { slantwiseLive?: LiveHub };

/** The process's hub: made on first use, kept over hot reloads. */
export function liveHub(): LiveHub {
  if (!kept.slantwiseLive) {
    const hub = new LiveHub();
    kept.slantwiseLive = hub;
    for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => hub.closeAll());
  }
  return kept.slantwiseLive;
}
