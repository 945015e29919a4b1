import Link from "next/link";

import { buttonClasses } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import type { ProjectDetail } from "@/lib/contracts/projects";
import { CreateProject } from "./create-project";

type ProjectListProps = {
  projects: readonly ProjectDetail[];
  nextCursor: string | null;
  mayCreate: boolean;
};

export function ProjectList({ projects, nextCursor, mayCreate }: ProjectListProps) {
  return (
    <>
      <PageHeading title="Projects" action={mayCreate && <CreateProject />}>
        What you manage, review or export from.
      </PageHeading>
      {projects.length === 0 ? (
        <EmptyState title="No projects yet">
          {mayCreate
            ? "Create one: it starts with a codebook of sourcing and framing tags, which you can replace."
            : "An admin can add you to a project by your e-mail address."}
        </EmptyState>
      ) : (
        <ul className="grid gap-4 md:grid-cols-2">
          {projects.map((project) => (
            <li key={project.id} className="rounded-xl border border-line bg-surface p-5">
              <h2 className="font-serif text-xl font-semibold">
                <Link
                  href={`/projects/${project.id}`}
                  className="underline decoration-line-strong underline-offset-4"
                >
                  {project.name}
                </Link>
              </h2>
              <p className="mt-1 text-sm text-muted">You are {project.role} here.</p>
              <p className="mt-3 text-sm tabular-nums">
                {project.counts.articles} articles · {project.counts.submitted} of{" "}
                {project.counts.assignments} assignments submitted ·{" "}
                {project.counts.openDisagreements} disagreements open
              </p>
            </li>
          ))}
        </ul>
      )}
      {nextCursor && (
        <Link href={`?cursor=${nextCursor}`} className={`mt-6 ${buttonClasses()}`}>
          More
        </Link>
      )}
    </>
  );
}
