import { waitedMs } from "./back-off";

/**
 * Tries until it goes well: with growing pauses, and at once when the browser is back online.
 * @returns what ends it
 */
export function untilDone(action: () => Promise<void>): () => void {
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const attempt = (): void => {
    clearTimeout(timer);
    action().then(stop, () => {
      failures += 1;
      timer = setTimeout(attempt, waitedMs(failures, Math.random()));
    });
  };
  function stop(): void {
    clearTimeout(timer);
    window.removeEventListener("online", attempt);
  }

  window.addEventListener("online", attempt);
  attempt();
  return stop;
}
