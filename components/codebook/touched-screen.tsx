import { useTranslations } from "next-intl";

import { buttonClasses } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Table } from "@/components/ui/table";
import type { TouchedSpan, TouchedTag } from "@/lib/contracts/codebook";
import { Link } from "../ui/link";
import { TouchedCounts } from "./touched-counts";

type TouchedScreenProps = {
  projectId: string;
  tag: string | undefined;
  counts: readonly TouchedTag[];
  spans: readonly TouchedSpan[];
  nextCursor: string | null;
};

/** Old spans whose tag means something else by now, or is no longer offered. */
export function TouchedScreen(props: TouchedScreenProps) {
  const { projectId, tag, counts, spans, nextCursor } = props;
  const t = useTranslations("codebook.touched");
  const base = `/projects/${projectId}/codebook`;
  const more = new URLSearchParams({ ...(tag ? { tag } : {}), cursor: nextCursor ?? "" });
  return (
    <>
      <PageHeading
        title={tag ? t("titleOf", { tag }) : t("title")}
        action={
          <Link href={`${base}/history`} className={buttonClasses()}>
            {t("back")}
          </Link>
        }
      >
        {t("about")}
      </PageHeading>
      <div className="mb-6">
        <TouchedCounts projectId={projectId} touched={counts} />
      </div>
      {spans.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>
      ) : (
        <Table
          caption={t("title")}
          head={[t("tag"), t("quote"), t("article"), t("annotator"), t("version"), t("why")]}
        >
          {spans.map((span) => (
            <tr key={span.id}>
              <td className="font-medium">{span.tagId}</td>
              <td className="min-w-60 font-serif">“{span.quote}”</td>
              <td className="min-w-40">
                <Link
                  href={`/projects/${projectId}/articles/${span.articleId}/gold`}
                  className="text-accent underline"
                >
                  {span.articleTitle}
                </Link>
              </td>
              <td>{span.annotator}</td>
              <td>{span.codebookVersion}</td>
              <td>
                {[span.isRedefined && t("redefined"), span.isRetired && t("retired")]
                  .filter(Boolean)
                  .join(", ")}
              </td>
            </tr>
          ))}
        </Table>
      )}
      {nextCursor && (
        <p className="mt-4">
          <a href={`?${more.toString()}`} className={buttonClasses()}>
            {t("more")}
          </a>
        </p>
      )}
    </>
  );
}
