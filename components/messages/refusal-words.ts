import type { ReasonCode } from "@/lib/domain/reason";
import type { Messages } from "./en";

/**
 * Words for all reasons of refusals. The server's own sentences are in English, so that there is no
 * second copy of them: every other language has these.
 */
export type RefusalWords = Readonly<Record<ReasonCode, string>>;
export type TranslatedMessages = Messages & { refusals: RefusalWords };
