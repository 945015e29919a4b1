import { getTranslations } from "next-intl/server";

import type { Messages } from "@/components/messages/en";

/** A page's `generateMetadata`: its title in the reader's language. */
export function titled(page: keyof Messages["pages"]["titles"]) {
  return async () => ({ title: (await getTranslations("pages.titles"))(page) });
}
