import { useFormatter, useTranslations } from "next-intl";

import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Table } from "@/components/ui/table";
import type { ApiTokenItem } from "@/lib/contracts/tokens";
import { Link } from "../ui/link";
import { CreateToken } from "./create-token";
import { RevokeToken } from "./revoke-token";

/** One's API tokens: what each may do, until when, and when it was last used. */
export function TokensScreen({ tokens }: { tokens: readonly ApiTokenItem[] }) {
  const t = useTranslations("tokens");
  const format = useFormatter();
  const day = (time: string) => format.dateTime(new Date(time), { dateStyle: "medium" });
  return (
    <>
      <PageHeading title={t("title")}>
        {t.rich("about", { code: (chunks) => <code className="text-sm">{chunks}</code> })}{" "}
        <Link href="/api-docs" className="text-accent underline">
          {t("toDocs")}
        </Link>
      </PageHeading>
      <CreateToken />
      {tokens.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>
      ) : (
        <Table
          caption={t("caption")}
          head={[...[t("name"), t("scopes"), t("made"), t("expires"), t("lastUsed")], t("actions")]}
        >
          {tokens.map((token) => (
            <tr key={token.id} className={token.isExpired ? "text-muted" : ""}>
              <td className="font-medium">{token.name}</td>
              <td>{token.scopes.join(", ")}</td>
              <td>{day(token.createdAt)}</td>
              <td>
                {token.isExpired
                  ? t("expired", { date: day(token.expiresAt) })
                  : day(token.expiresAt)}
              </td>
              <td>
                {token.lastUsedAt
                  ? format.dateTime(new Date(token.lastUsedAt), {
                      dateStyle: "medium",
                      timeStyle: "short",
                    })
                  : t("never")}
              </td>
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
