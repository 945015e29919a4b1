import { useFormatter, useTranslations } from "next-intl";

import type { AssignmentDetail } from "@/lib/contracts/assignments";

type ArticleSourceProps = Pick<AssignmentDetail["article"], "outlet" | "publishedOn" | "url">;

/** Where and when the article appeared, as far as it is known and may be known yet. */
export function ArticleSource({ outlet, publishedOn, url }: ArticleSourceProps) {
  const t = useTranslations("annotator.source");
  const format = useFormatter();
  if (outlet === null && publishedOn === null && url === null) return null;
  return (
    <p className="mb-4 flex flex-wrap gap-x-4 text-sm text-muted">
      {outlet !== null && <bdi className="wrap-anywhere">{outlet}</bdi>}
      {publishedOn !== null && (
        <time dateTime={publishedOn}>
          {format.dateTime(new Date(publishedOn), { dateStyle: "long", timeZone: "UTC" })}
        </time>
      )}
      {url !== null && (
        <a
          href={url}
          target="_blank"
          rel="noreferrer"
          className="text-accent underline underline-offset-4"
        >
          {t("original")}
        </a>
      )}
    </p>
  );
}
