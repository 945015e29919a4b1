import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

import type { Actor } from "../domain/access/actor";
import { currentActor } from "./session";

/**
 * For answers that last: asks again, at any later time and from anywhere, whether the request's
 * session still stands. The cookie is read where the request was, for a message that comes in from
 * elsewhere knows of none.
 */
export function lastingSession(actor: Actor): () => Promise<boolean> {
  const inRequest = AsyncLocalStorage.snapshot();
  return () => inRequest(async () => (await currentActor())?.userId === actor.userId);
}
