import type { Locale } from "./locales";
import type { TranslatedMessages } from "./refusal-words";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    /** In English there are no `refusals` and `files`: ask `t.has` for each of them. */
    Messages: TranslatedMessages;
  }
}
