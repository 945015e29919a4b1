import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

import type { TranslatedMessages } from "@/components/messages/refusal-words";

type Area = keyof TranslatedMessages;

/** What client components of any page may say. */
const everywhere = ["layout", "pages", "refusals", "ui"] as const satisfies readonly Area[];

/**
 * Sends the client components below it the messages of these areas, and of no others: the whole
 * catalogue with each page would be felt on a slow line. Server components have it anyway.
 */
export async function Words({ of, children }: { of: readonly Area[]; children: ReactNode }) {
  // English has no words for refusals and files but the server's own.
  const messages: Partial<TranslatedMessages> = await getMessages();
  const areas = [...everywhere, ...of].flatMap((area) =>
    messages[area] ? [[area, messages[area]] as const] : [],
  );
  return (
    <NextIntlClientProvider messages={Object.fromEntries(areas)}>{children}</NextIntlClientProvider>
  );
}
