"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

import { timeZoneCookie } from "@/components/messages/locales";
import { readCookie, writeCookie } from "@/lib/client/cookies";

/** Tells the server where the browser is, so that times are the reader's. Shows nothing. */
export function RememberTimeZone() {
  const router = useRouter();
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    if (readCookie(timeZoneCookie) === timeZone) return;
    writeCookie(timeZoneCookie, timeZone);
    if (timeZone !== "UTC") router.refresh();
  }, [router]);
  return null;
}
