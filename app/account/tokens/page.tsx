import { getTranslations } from "next-intl/server";

import { TokensScreen } from "@/components/tokens/tokens-screen";
import { load } from "@/lib/server/load";
import { listTokens } from "@/lib/services/tokens";

export async function generateMetadata() {
  return { title: (await getTranslations("tokens"))("title") };
}

export default async function TokensPage() {
  const { items } = await load((actor) => listTokens(actor));

  return <TokensScreen tokens={items} />;
}
