import { PageHeading } from "@/components/ui/page-heading";
import type { ProjectDetail } from "@/lib/contracts/projects";
import { can } from "@/lib/domain/access/policy";
import type { Codebook } from "@/lib/domain/codebook/codebook";
import { CodebookText } from "./codebook-text";
import { DownloadCodebook } from "./download-codebook";
import { PublishCodebook } from "./publish-codebook";

type CodebookScreenProps = { project: ProjectDetail; number: number; definition: Codebook };

export function CodebookScreen({ project, number, definition }: CodebookScreenProps) {
  return (
    <>
      <PageHeading
        title="Codebook"
        action={<DownloadCodebook definition={definition} number={number} />}
      >
        Version {number}. Assignments keep the version that was current when they were made.
      </PageHeading>
      <div className="rounded-xl border border-line bg-surface p-5">
        <CodebookText codebook={definition} />
      </div>
      {can(project.role, "codebook.edit") && (
        <PublishCodebook projectId={project.id} current={definition} />
      )}
    </>
  );
}
