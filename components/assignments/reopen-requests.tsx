import { useFormatter, useTranslations } from "next-intl";

import { Table } from "@/components/ui/table";
import type { OpenReopenRequest } from "@/lib/contracts/reopening";
import { DeclineButton } from "./decline-button";
import { ReopenButton } from "./reopen-button";

type ReopenRequestsProps = {
  page: { items: readonly OpenReopenRequest[]; nextCursor: string | null };
};

/** Submitted articles that their annotators want back, the first asked first. */
export function ReopenRequests({ page: { items, nextCursor } }: ReopenRequestsProps) {
  const t = useTranslations("assignments");
  const format = useFormatter();
  if (items.length === 0) return null;
  const head = [
    t("article"),
    t("annotator"),
    t("requests.reason"),
    t("requests.when"),
    t("actions"),
  ];
  return (
    <section id="reopen-requests" aria-labelledby="requests-heading" className="mb-8">
      <h2 id="requests-heading" className="mb-3 text-lg font-semibold">
        {t("requests.title")}{" "}
        <span className="font-normal text-muted tabular-nums">{format.number(items.length)}</span>
      </h2>
      <Table caption={t("requests.title")} head={head}>
        {items.map((request) => (
          <tr key={request.id}>
            <td className="min-w-48">
              <bdi>{request.articleTitle}</bdi>
            </td>
            <td>{request.annotatorName}</td>
            <td className="min-w-56 break-words">
              <bdi>{request.reason}</bdi>
            </td>
            <td className="whitespace-nowrap">
              {format.dateTime(new Date(request.requestedAt), {
                dateStyle: "medium",
                timeStyle: "short",
              })}
            </td>
            <td>
              <div className="flex gap-1">
                <ReopenButton
                  assignmentId={request.assignmentId}
                  article={request.articleTitle}
                  annotator={request.annotatorName}
                  reason={request.reason}
                />
                <DeclineButton request={request} />
              </div>
            </td>
          </tr>
        ))}
      </Table>
      {nextCursor && (
        <p className="mt-2 text-sm text-muted">{t("requests.more", { count: items.length })}</p>
      )}
    </section>
  );
}
