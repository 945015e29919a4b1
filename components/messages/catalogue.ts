import { en, type Messages } from "./en";
import type { Locale } from "./locales";
import { pl } from "./pl";

/** All messages in all languages. For the server alone: a page gets those of its language. */
export const catalogue: Record<Locale, Messages> = { en, pl };
