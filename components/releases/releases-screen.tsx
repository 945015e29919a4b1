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
  return (
    <>
      <PageHeading title="Releases">
        A release freezes the project’s submitted work as it stands now. It keeps its number and its
        bytes for good, whatever is changed later.
      </PageHeading>
      <MakeRelease projectId={projectId} />
      {releases.length === 0 ? (
        <EmptyState title="No releases yet">
          Make one above to have a package to cite and to share.
        </EmptyState>
      ) : (
        <ol aria-label="Releases" className="grid gap-4">
          {releases.map((release) => (
            <ReleaseCard key={release.id} release={release} />
          ))}
        </ol>
      )}
      {nextCursor && (
        <p className="mt-4">
          <a href={`?cursor=${nextCursor}`} className={buttonClasses()}>
            Earlier releases
          </a>
        </p>
      )}
    </>
  );
}
