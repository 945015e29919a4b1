"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";

import { languageNames, localeCookie, locales } from "@/components/messages/locales";
import { writeCookie } from "@/lib/client/cookies";

/** The language that the app speaks to this browser. */
export function LanguageChoice() {
  const t = useTranslations("layout");
  const router = useRouter();
  return (
    <select
      aria-label={t("language")}
      value={useLocale()}
      onChange={({ target }) => {
        writeCookie(localeCookie, target.value);
        router.refresh();
      }}
      className="min-h-8 rounded-md border border-line bg-surface px-1 text-sm text-muted"
    >
      {locales.map((locale) => (
        <option key={locale} value={locale} lang={locale}>
          {languageNames[locale]}
        </option>
      ))}
    </select>
  );
}
