import Negotiator from "negotiator";
import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { cookies, headers } from "next/headers";

import { catalogue } from "@/components/messages/catalogue";
import {
  defaultLocale,
  type Locale,
  localeCookie,
  locales,
  timeZoneCookie,
} from "@/components/messages/locales";

/** Language and time zone of a request: what the reader chose, else what the browser asks for. */
export default getRequestConfig(async () => {
  const jar = await cookies();
  const locale = chooseLocale(
    jar.get(localeCookie)?.value,
    (await headers()).get("accept-language"),
  );
  return {
    locale,
    messages: catalogue[locale],
    timeZone: knownTimeZone(jar.get(timeZoneCookie)?.value),
  };
});

function chooseLocale(chosen: string | undefined, accepted: string | null): Locale {
  if (hasLocale(locales, chosen)) return chosen;
  const wanted = new Negotiator({ headers: { "accept-language": accepted ?? "" } });
  const found = wanted.language([...locales]);
  return hasLocale(locales, found) ? found : defaultLocale;
}

/** UTC until the browser has said where it is. */
function knownTimeZone(name = "UTC"): string {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return name;
  } catch {
    return "UTC";
  }
}
