import type { useTranslations } from "next-intl";

import type { ReasonCode, SentReason } from "@/lib/domain/reason";

type Translate = ReturnType<typeof useTranslations<"refusals">>;

/** A reason in the reader's language; null where none was sent, or the catalogue doesn't have it. */
export function refusalWords({ reason, facts = {} }: SentReason, t: Translate): string | null {
  const hasWords = (one: string): one is ReasonCode => t.has(one as ReasonCode);
  return reason !== undefined && hasWords(reason) ? t(reason, facts) : null;
}
