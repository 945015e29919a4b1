import type { useTranslations } from "next-intl";

import type { SentReason } from "@/lib/domain/reason";

type Translate = ReturnType<typeof useTranslations<never>>;
type Key = Parameters<Translate["has"]>[0];

/** Areas of the catalogue that have words for reasons; the second one few pages get. */
const areas = ["refusals", "files"] as const;

/** A reason in the reader's language; null where none was sent, or the page doesn't have the words. */
export function refusalWords({ reason, facts = {} }: SentReason, t: Translate): string | null {
  if (reason === undefined) return null;
  const key = areas.map((area) => `${area}.${reason}` as Key).find((one) => t.has(one));
  return key === undefined ? null : t(key, facts);
}
