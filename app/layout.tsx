import "./globals.css";

import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import type { ReactNode } from "react";

import { EarlyPresses } from "@/components/layout/early-presses";
import { RememberTimeZone } from "@/components/layout/remember-time-zone";
import { SiteHeader } from "@/components/layout/site-header";
import { currentActor } from "@/lib/server/session";
import { Words } from "./words";
import { getMe } from "@/lib/services/accounts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("pages");
  return {
    title: { default: "Slantwise", template: "%s · Slantwise" },
    description: t("description"),
    icons: { icon: "/favicon.svg" },
  };
}

// The policy's nonce is new with every request, so no page can be made ahead.
export const dynamic = "force-dynamic";

export default async function RootLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  const me = actor && (await getMe(actor));
  const nonce = (await headers()).get("x-nonce") ?? undefined;

  return (
    <html lang={await getLocale()}>
      <body>
        <EarlyPresses nonce={nonce} />
        <Words of={[]}>
          <RememberTimeZone />
          <div className="isolate flex min-h-dvh flex-col">
            <SiteHeader me={me} />
            <main
              id="main"
              tabIndex={-1}
              className="mx-auto w-full max-w-7xl flex-1 p-4 outline-none sm:p-6"
            >
              {children}
            </main>
          </div>
        </Words>
      </body>
    </html>
  );
}
