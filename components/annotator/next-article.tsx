"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import { buttonClasses } from "@/components/ui/button";
import { apiRequest } from "@/lib/client/api-client";
import type { AssignmentItem } from "@/lib/contracts/assignments";
import { Link } from "../ui/link";

type Waiting = { items: AssignmentItem[] };
const unfinished = ["returned", "in_progress", "assigned"] as const;

/** What waits next, so that handing in leads straight on. */
export function NextArticle({ after }: { after: string }) {
  const t = useTranslations("annotator.screen");
  const [next, setNext] = useState<AssignmentItem | null>(null);

  useEffect(() => {
    const ask = (status: string) =>
      apiRequest<Waiting>(`/api/v1/assignments?status=${status}&limit=1`);
    Promise.all(unfinished.map(ask)).then(
      (pages) =>
        setNext(pages.flatMap(({ items }) => items).find(({ id }) => id !== after) ?? null),
      // The queue is one click away all the same.
      () => undefined,
    );
  }, [after]);

  if (!next) return null;
  return (
    <Link href={`/annotate/${next.id}`} className={buttonClasses("primary", "sm")}>
      {t("nextArticle", { title: next.articleTitle })}
    </Link>
  );
}
