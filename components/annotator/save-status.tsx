import { useFormatter, useTranslations } from "next-intl";

import type { SaveState } from "@/lib/client/use-outbox";

type Translate = ReturnType<typeof useTranslations<"annotator.save">>;

/**
 * How far the work is, in words that are never ahead of the truth.
 * @param clock the time of day as the reader has it
 */
export function saveWords(state: SaveState, t: Translate, clock: (at: Date) => string): string {
  const { isRead, nWaiting, nUnwritten, failure, storageFailure, refused, nSaved, savedAt } = state;
  if (storageFailure && nUnwritten > 0) return t("inPageOnly", { count: nUnwritten });
  if (storageFailure) return t(`storage.${storageFailure}`);
  if (nUnwritten > 0) return t("saving");
  if (!isRead) return t("looking");
  if (nWaiting === 0) {
    if (refused.length > 0) return t("refused", { count: refused.length });
    if (nSaved === 0 || !savedAt) return t("allSaved");
    return t("saved", { count: nSaved, clock: clock(savedAt) });
  }
  const kept = t("kept", { count: nWaiting });
  switch (failure) {
    case "offline":
      return t("offline", { kept });
    case "signed_out":
      return t("signedOut", { kept });
    case "other_user":
      return t("otherUser", { kept });
    case "no_access":
      return t("noAccess", { kept });
    case "server":
      return t("server", { kept });
    case "device":
      return t("device", { kept });
    case null:
      return t("sending", { kept });
  }
}

const clockTime = {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
} as const;

export function SaveStatus({ state }: { state: SaveState }) {
  const t = useTranslations("annotator.save");
  const format = useFormatter();
  const { isRead, nWaiting, refused, failure, storageFailure } = state;
  const isFine = isRead && nWaiting === 0 && refused.length === 0 && !storageFailure;
  const look = isFine ? "text-success" : (failure ?? storageFailure) ? "text-danger" : "text-muted";
  return (
    <p
      role="status"
      aria-live="polite"
      aria-label={t("label")}
      className={`text-sm font-medium ${look}`}
    >
      {saveWords(state, t, (at) => format.dateTime(at, clockTime))}
    </p>
  );
}
