"use client";

import { useEffect } from "react";

import { keepEarlyPressesScript, repeatEarlyPresses } from "@/lib/client/early-presses";

/** Keeps what is pressed while the page's scripts are on their way, and does it then. */
export function EarlyPresses({ nonce }: { nonce: string | undefined }) {
  useEffect(repeatEarlyPresses, []);
  return (
    // Browsers hide the nonce from scripts, so React sees another one than it wrote.
    <script nonce={nonce} suppressHydrationWarning>
      {keepEarlyPressesScript}
    </script>
  );
}
