import { useTranslations } from "next-intl";

import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { buttonClasses } from "@/components/ui/button";
import type { ReleaseItem } from "@/lib/contracts/releases";
import { MakeRelease } from "./make-release";
import { ReleaseCard } from "./release-card";

type ReleasesScreenProps = {
  projectId: string;
  releases: readonly ReleaseItem[];
  nextCursor: string | null;
};

/** What was frozen of the project, newest first, to make, check and download. */
export function ReleasesScreen({ projectId, releases, nextCursor }: ReleasesScreenProps) {
  const t = useTranslations("releases");
  return (
    <>
      <PageHeading title={t("title")}>{t("intro")}</PageHeading>
      <MakeRelease projectId={projectId} />
      {releases.length === 0 ? (
        <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>
      ) : (
        <ol aria-label={t("title")} className="grid gap-4">
          {releases.map((release) => (
            <ReleaseCard key={release.id} release={release} />
          ))}
        </ol>
      )}
      {nextCursor && (
        <p className="mt-4">
          <a href={`?cursor=${nextCursor}`} className={buttonClasses()}>
            {t("earlier")}
          </a>
        </p>
      )}
    </>
  );
}
