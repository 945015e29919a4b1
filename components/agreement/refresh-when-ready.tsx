"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const lookAgainMs = 3000;

/** Looks again every few seconds until the page comes without this. */
export function RefreshWhenReady() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), lookAgainMs);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
