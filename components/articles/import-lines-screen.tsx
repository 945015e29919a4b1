import { useFormatter, useTranslations } from "next-intl";

import { buttonClasses } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Table } from "@/components/ui/table";
import {
  type ImportItem,
  type ImportLineItem,
  type ImportLineKind,
  importLineKinds,
} from "@/lib/contracts/imports";
import { Link } from "../ui/link";
import { ExplainedWords } from "./explained-words";

type ImportLinesScreenProps = {
  projectId: string;
  item: ImportItem;
  kind: ImportLineKind | undefined;
  items: readonly ImportLineItem[];
  nextCursor: string | null;
};

/** What became of each article of an import, what was wrong and what to do. */
export function ImportLinesScreen(props: ImportLinesScreenProps) {
  const { projectId, item, kind, items, nextCursor } = props;
  const t = useTranslations("articles.lines");
  const articles = `/projects/${projectId}/articles`;
  const more = new URLSearchParams({ ...(kind ? { kind } : {}), cursor: nextCursor ?? "" });
  return (
    <>
      <PageHeading
        title={t("titleOf", { file: item.fileName })}
        action={
          <span className="flex flex-wrap gap-2">
            <a
              href={`/api/v1/projects/${projectId}/imports/${item.id}/report.csv`}
              className={buttonClasses()}
            >
              {t("download")}
            </a>
            <Link href={articles} className={buttonClasses()}>
              {t("back")}
            </Link>
          </span>
        }
      >
        {t("about")}
      </PageHeading>
      <Kinds {...{ articles, item, kind }} />
      {items.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>
      ) : (
        <Table
          caption={t("title")}
          head={[t("kind"), t("file"), t("line"), t("column"), t("article"), t("message")]}
        >
          {items.map((line) => (
            <tr key={line.number}>
              <td className="font-medium whitespace-nowrap">{t(`kinds.${line.kind}`)}</td>
              <td>
                <bdi>{line.file}</bdi>
              </td>
              <td>{line.line}</td>
              <td>{line.column}</td>
              <td className="min-w-40">
                <LineArticle articles={item.dryRun ? null : articles} line={line} />
              </td>
              <td className="min-w-60">{line.message && <Message {...line} />}</td>
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

type KindsProps = { articles: string; item: ImportItem; kind: ImportLineKind | undefined };

/** The kinds of lines with how many there are, each leading to them. */
function Kinds({ articles, item, kind }: KindsProps) {
  const t = useTranslations("articles.lines");
  const format = useFormatter();
  const counts: Partial<Record<ImportLineKind, number>> = {
    imported: item.nImported,
    duplicate: item.nDuplicates,
    near_duplicate: item.nNearDuplicates,
    error: item.nErrors,
  };
  const here = `${articles}/imports/${item.id}`;
  return (
    <nav aria-label={t("kindsLabel")} className="mb-4">
      <ul className="flex flex-wrap gap-2 text-sm">
        {[undefined, ...importLineKinds].map((one) => (
          <li key={one ?? "all"}>
            <Link
              href={one ? `${here}?kind=${one}` : here}
              aria-current={one === kind ? "page" : undefined}
              className="inline-flex min-h-8 items-center gap-1.5 rounded-md border border-line-strong px-2.5 hover:bg-sunken aria-[current=page]:border-accent aria-[current=page]:bg-accent-soft"
            >
              {t(one ? `kinds.${one}` : "all")}
              {one && counts[one] !== undefined && (
                <span className="text-muted">{format.number(counts[one])}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** @param articles where they are; null for a check, which stored none of them */
function LineArticle({ articles, line }: { articles: string | null; line: ImportLineItem }) {
  const t = useTranslations("articles.lines");
  const { title, articleId, otherId } = line;
  return (
    <>
      {articles && articleId ? (
        <Link href={`${articles}/${articleId}`} className="text-accent underline">
          <bdi>{title}</bdi>
        </Link>
      ) : (
        <bdi>{title}</bdi>
      )}
      {articles && otherId && (
        <Link href={`${articles}/${otherId}`} className="block text-accent underline">
          {t("other")}
        </Link>
      )}
    </>
  );
}

function Message({ message, reason, facts }: ImportLineItem) {
  return (
    <ExplainedWords
      message={message ?? ""}
      reason={reason ?? undefined}
      facts={facts ?? undefined}
    />
  );
}
