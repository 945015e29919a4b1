import { en, type Messages } from "./en";
import type { defaultLocale, Locale } from "./locales";
import { pl } from "./pl";
import type { TranslatedMessages } from "./refusal-words";

type Default = typeof defaultLocale;
type Catalogue = Record<Default, Messages> & Record<Exclude<Locale, Default>, TranslatedMessages>;

/** All messages in all languages. For the server alone: a page gets those of its language. */
export const catalogue: Catalogue = { en, pl };
