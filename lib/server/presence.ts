import "server-only";

import type { LiveMessage } from "../db/live";
import { lookingMs } from "../domain/review/looking";

/** Who has which disagreement open, as far as they said so within the last half minute. */
export class Presence {
  readonly #until = new Map<string, LiveMessage & { until: number }>();

  take(message: LiveMessage, now: number): void {
    const key = `${message.disagreementId} ${message.userId}`;
    if (message.type === "looking") this.#until.set(key, { ...message, until: now + lookingMs });
    if (message.type === "left") this.#until.delete(key);
    for (const [other, { until }] of this.#until) if (until < now) this.#until.delete(other);
  }

  /** The last word of everybody who looks at something in the project. */
  of(projectId: string, now: number): LiveMessage[] {
    return [...this.#until.values()].filter(
      (message) => message.projectId === projectId && message.until >= now,
    );
  }
}
