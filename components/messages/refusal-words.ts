import type { FileReason, ReasonCode } from "@/lib/domain/reason";
import type { Messages } from "./en";

/**
 * Words for all reasons of refusals. The server's own sentences are in English, so that there is no
 * second copy of them: every other language has these.
 */
export type RefusalWords = Readonly<Record<Exclude<ReasonCode, FileReason>, string>>;
/** As `RefusalWords`, of what imports say of files: an area of its own, which few pages need. */
export type FileWords = Readonly<Record<FileReason, string>>;
export type TranslatedMessages = Messages & { refusals: RefusalWords; files: FileWords };
