import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

import type { Messages } from "@/components/messages/en";

type Area = keyof Messages;

/** What client components of any page may say. */
const everywhere = ["layout", "pages", "ui"] as const satisfies readonly Area[];

/**
 * Sends the client components below it the messages of these areas, and of no others: the whole
 * catalogue with each page would be felt on a slow line. Server components have it anyway.
 */
export async function Words({ of, children }: { of: readonly Area[]; children: ReactNode }) {
  const messages = await getMessages();
  const areas = [...everywhere, ...of].map((area) => [area, messages[area]] as const);
  return (
    <NextIntlClientProvider messages={Object.fromEntries(areas)}>{children}</NextIntlClientProvider>
  );
}
