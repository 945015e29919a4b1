import { titled } from "@/app/page-title";
import { TokensScreen } from "@/components/tokens/tokens-screen";
import { load } from "@/lib/server/load";
import { listTokens } from "@/lib/services/tokens";

export const generateMetadata = titled("tokens");

export default async function TokensPage() {
  const { items } = await load((actor) => listTokens(actor));

  return <TokensScreen tokens={items} />;
}
