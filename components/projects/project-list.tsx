import { useTranslations } from "next-intl";

import { buttonClasses } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import type { ProjectDetail } from "@/lib/contracts/projects";
import { Link } from "../ui/link";
import { CreateProject } from "./create-project";

type ProjectListProps = {
  projects: readonly ProjectDetail[];
  nextCursor: string | null;
  mayCreate: boolean;
};

export function ProjectList({ projects, nextCursor, mayCreate }: ProjectListProps) {
  const t = useTranslations("projects");
  const tRole = useTranslations("members.roles");
  return (
    <>
      <PageHeading title={t("title")} action={mayCreate && <CreateProject />}>
        {t("intro")}
      </PageHeading>
      {projects.length === 0 ? (
        <EmptyState title={t("noneYet")}>{t(mayCreate ? "createOne" : "askAdmin")}</EmptyState>
      ) : (
        <ul className="grid grid-cols-1 gap-4 md:grid-cols-2">
          {projects.map((project) => (
            <li key={project.id} className="rounded-xl border border-line bg-surface p-5">
              <h2 className="font-serif text-xl font-semibold wrap-anywhere">
                <Link
                  href={`/projects/${project.id}`}
                  className="underline decoration-line-strong underline-offset-4"
                >
                  {project.name}
                </Link>
              </h2>
              <p className="mt-1 text-sm text-muted">
                {t("yourRole", { role: tRole(project.role) })}
              </p>
              <p className="mt-3 text-sm tabular-nums">
                {t("articles", { count: project.counts.articles })} ·{" "}
                {t("submitted", {
                  submitted: project.counts.submitted,
                  all: project.counts.assignments,
                })}{" "}
                · {t("open", { count: project.counts.openDisagreements })}
              </p>
            </li>
          ))}
        </ul>
      )}
      {nextCursor && (
        <Link href={`?cursor=${nextCursor}`} className={`mt-6 ${buttonClasses()}`}>
          {t("more")}
        </Link>
      )}
    </>
  );
}
