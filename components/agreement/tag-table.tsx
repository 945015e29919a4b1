import { useTranslations } from "next-intl";

import { readable } from "@/components/codebook/tag-style";
import { Table } from "@/components/ui/table";
import type { Agreement } from "@/lib/contracts/agreement";
import { Link } from "../ui/link";
import { DownloadCsv } from "./download-csv";
import { FigureValue } from "./figure-value";
import { inboxLink } from "./inbox-link";
import { useFigures } from "./use-figures";

const columns = [
  "tag",
  "family",
  "alpha",
  "interval",
  "marked",
  "raw",
  "spans",
  "articles",
] as const;

/** The same figures as the chart, tag by tag, with the reason for every n/a. */
export function TagTable({ agreement }: { agreement: Agreement }) {
  const t = useTranslations("agreement.tag");
  const { interval, percent } = useFigures();
  return (
    <div>
      <Table caption={t("caption")} head={columns.map((column) => t(column))}>
        {agreement.tags.map((tag) => {
          const href = inboxLink(agreement, { family: tag.familyId, tag: tag.tagId });
          return (
            <tr key={tag.tagId}>
              <td className="font-medium">
                {href ? (
                  <Link href={href} className="text-accent underline underline-offset-4">
                    {readable(tag.tagId)}
                  </Link>
                ) : (
                  readable(tag.tagId)
                )}
              </td>
              <td className="text-muted">{tag.familyId}</td>
              <td>
                <FigureValue figure={tag.alpha} />
              </td>
              <td className="whitespace-nowrap">{interval(tag.interval)}</td>
              <td>{percent(tag.prevalence)}</td>
              <td>{percent(tag.agreement)}</td>
              <td>{tag.nSpans}</td>
              <td>{tag.nArticles}</td>
            </tr>
          );
        })}
      </Table>
      <div className="mt-3">
        <DownloadCsv
          projectId={agreement.projectId}
          name="agreement.csv"
          scopes={["family", "tag"]}
        />
      </div>
    </div>
  );
}
