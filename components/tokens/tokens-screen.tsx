import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Table } from "@/components/ui/table";
import type { ApiTokenItem } from "@/lib/contracts/tokens";
import { CreateToken } from "./create-token";
import { RevokeToken } from "./revoke-token";

/** One's API tokens: what each may do, until when, and when it was last used. */
export function TokensScreen({ tokens }: { tokens: readonly ApiTokenItem[] }) {
  return (
    <>
      <PageHeading title="Tokens">
        A script that sends <code className="text-sm">Authorization: Bearer sw_…</code> acts as you,
        within the token’s scopes and your roles. Revoke a token that you don’t use.
      </PageHeading>
      <CreateToken />
      {tokens.length === 0 ? (
        <EmptyState title="No tokens yet">Make one above for a script of yours.</EmptyState>
      ) : (
        <Table
          caption="API tokens"
          head={["Name", "Scopes", "Made on", "Expires on", "Last used", "Actions"]}
        >
          {tokens.map((token) => (
            <tr key={token.id} className={token.isExpired ? "text-muted" : ""}>
              <td className="font-medium">{token.name}</td>
              <td>{token.scopes.join(", ")}</td>
              <td>{token.createdAt.slice(0, 10)}</td>
              <td>
                {token.expiresAt.slice(0, 10)}
                {token.isExpired && " (expired)"}
              </td>
              <td>{lastUse(token)}</td>
              <td>
                <RevokeToken token={token} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </>
  );
}

function lastUse({ lastUsedAt }: ApiTokenItem): string {
  return lastUsedAt ? `${lastUsedAt.slice(0, 16).replace("T", " ")} UTC` : "never";
}
