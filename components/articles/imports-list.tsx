"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button, buttonClasses } from "@/components/ui/button";
import { Table } from "@/components/ui/table";
import { ApiProblem, apiRequest } from "@/lib/client/api-client";
import { useAction } from "@/lib/client/use-action";
import type { ImportItem } from "@/lib/contracts/imports";
import { Link } from "../ui/link";
import { ExplainedWords } from "./explained-words";

type ImportsListProps = { projectId: string; imports: readonly ImportItem[] };

const everyMs = 2_000;
const isOver = ({ finishedAt }: ImportItem) => finishedAt !== null;

/** Imports in the background, as they go on; asks again only while one of them does. */
export function ImportsList({ projectId, imports: atFirst }: ImportsListProps) {
  const t = useTranslations("articles.imports");
  const format = useFormatter();
  const { imports, refresh } = useImports(projectId, atFirst);
  const { run, isPending, problem } = useAction();
  const path = `/api/v1/projects/${projectId}/imports`;
  if (imports.length === 0) return null;

  const stop = (id: string) =>
    run(async () => {
      await apiRequest<ImportItem>(`${path}/${id}`, { method: "DELETE" });
      await refresh();
    });
  const far = ({ state, nReceived, nBytes }: ImportItem) =>
    state === "uploading" ? format.number(nReceived / nBytes, { style: "percent" }) : "";

  return (
    <section className="mb-8 grid gap-3">
      <h2 className="font-semibold">{t("heading")}</h2>
      <Table
        caption={t("heading")}
        head={[
          t("file"),
          t("begun"),
          t("state"),
          t("read"),
          t("imported"),
          t("duplicates"),
          t("nearDuplicates"),
          t("errors"),
          t("actions"),
        ]}
      >
        {imports.map((item) => (
          <tr key={item.id}>
            <td className="font-medium">
              <bdi>{item.fileName}</bdi>
            </td>
            <td className="whitespace-nowrap">
              {format.dateTime(new Date(item.createdAt), {
                dateStyle: "medium",
                timeStyle: "short",
              })}
            </td>
            <td className="min-w-40">
              {t(`states.${item.state}`)} {far(item)}
              {item.dryRun && <span className="block text-xs text-muted">{t("check")}</span>}
              {item.problem && (
                <span className="block text-xs text-danger">
                  <ExplainedWords
                    message={item.problem}
                    reason={item.problemReason ?? undefined}
                    facts={item.problemFacts ?? undefined}
                  />
                </span>
              )}
              {item.state === "uploading" && (
                <span className="block text-xs text-muted">{t("goOn")}</span>
              )}
            </td>
            <td>{format.number(item.nRead)}</td>
            <td>{format.number(item.nImported)}</td>
            <td>{format.number(item.nDuplicates)}</td>
            <td>{format.number(item.nNearDuplicates)}</td>
            <td>{format.number(item.nErrors)}</td>
            <td>
              {isOver(item) ? (
                <Link
                  href={`/projects/${projectId}/articles/imports/${item.id}${
                    item.nErrors > 0 ? "?kind=error" : ""
                  }`}
                  className={buttonClasses("secondary", "sm")}
                  aria-label={t("reportOf", { file: item.fileName })}
                >
                  {t("report")}
                </Link>
              ) : (
                <Button
                  size="sm"
                  disabled={isPending}
                  aria-label={t("stopOf", { file: item.fileName })}
                  onClick={() => void stop(item.id)}
                >
                  {t("stop")}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </Table>
      {problem && <ProblemNote problem={problem} />}
    </section>
  );
}

function useImports(projectId: string, atFirst: readonly ImportItem[]) {
  const router = useRouter();
  const [latest, setLatest] = useState<{
    from: readonly ImportItem[];
    items: readonly ImportItem[];
  }>({ from: atFirst, items: atFirst });
  // What the page has brought anew counts more than what was asked for before.
  const imports = latest.from === atFirst ? latest.items : atFirst;
  const isBusy = imports.some((item) => !isOver(item));

  async function refresh(): Promise<void> {
    try {
      const path = `/api/v1/projects/${projectId}/imports`;
      const { items } = await apiRequest<{ items: ImportItem[] }>(path);
      setLatest({ from: atFirst, items });
      if (isBusy && items.every(isOver)) router.refresh();
    } catch (error) {
      // The next turn asks again; the list stays as it was last known.
      if (!(error instanceof ApiProblem)) throw error;
    }
  }

  useEffect(() => {
    if (!isBusy) return;
    const timer = setInterval(() => void refresh(), everyMs);
    return () => clearInterval(timer);
  });

  return { imports, refresh };
}
