import type { ReviewEvent } from "@/lib/contracts/review-events";

type Listener = (event: ReviewEvent) => void;

const firstDelayMs = 1_000;
const longestDelayMs = 60_000;

/**
 * One stream of events, a project's or a discussion's, shared by all of the tab that listen. A tab in the background
 * lets go of it, for a browser has few connections to give, and catches up when it is seen again.
 */
class ReviewFeed {
  readonly #url: string;
  readonly #listeners = new Set<Listener>();
  #source: EventSource | null = null;
  #delayMs = firstDelayMs;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  add(listener: Listener): void {
    this.#listeners.add(listener);
    if (this.#listeners.size > 1) return;
    document.addEventListener("visibilitychange", this.#follow);
    this.#follow();
  }

  /** @returns whether anybody is left */
  remove(listener: Listener): boolean {
    this.#listeners.delete(listener);
    if (this.#listeners.size > 0) return true;
    document.removeEventListener("visibilitychange", this.#follow);
    this.#close();
    return false;
  }

  readonly #follow = () => {
    if (document.visibilityState === "hidden") this.#close();
    else if (!this.#source) this.#open();
  };

  #open(): void {
    const source = new EventSource(this.#url);
    this.#source = source;
    source.onopen = () => {
      this.#delayMs = firstDelayMs;
    };
    source.onmessage = ({ data }: MessageEvent<string>) => {
      this.#tell(JSON.parse(data) as ReviewEvent);
    };
    source.onerror = () => {
      // After a lost connection the browser tries again by itself, after a refusal it doesn't.
      if (source.readyState !== EventSource.CLOSED || this.#source !== source) return;
      this.#close();
      // Whoever listens looks again, and is told why.
      this.#tell({ type: "resync" });
      this.#retry = setTimeout(this.#follow, this.#delayMs);
      this.#delayMs = Math.min(longestDelayMs, this.#delayMs * 2);
    };
  }

  #close(): void {
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = null;
  }

  #tell(event: ReviewEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}

const feeds = new Map<string, ReviewFeed>();

/** Calls `listener` with what happens in the project's review until the returned function is called. */
export function followReview(projectId: string, listener: Listener): () => void {
  return follow(`/api/v1/projects/${projectId}/events`, listener);
}

/** The same of one discussion, for whoever may join it. */
export function followDiscussion(disagreementId: string, listener: Listener): () => void {
  return follow(`/api/v1/disagreements/${disagreementId}/events`, listener);
}

function follow(url: string, listener: Listener): () => void {
  const feed = feeds.get(url) ?? new ReviewFeed(url);
  feeds.set(url, feed);
  feed.add(listener);
  return () => {
    if (!feed.remove(listener)) feeds.delete(url);
  };
}
