export const locales = ["en", "pl"] as const;
export type Locale = (typeof locales)[number];

/** The language that the server itself speaks. */
export const defaultLocale = "en" satisfies Locale;

/** Each language by its own name, as whoever looks for it would read it. */
export const languageNames: Record<Locale, string> = { en: "English", pl: "Polski" };

/** Cookies that hold what a reader chose; no account is needed for it. */
export const localeCookie = "slantwise-language";
export const timeZoneCookie = "slantwise-time-zone";
