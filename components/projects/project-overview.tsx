import { useFormatter, useTranslations } from "next-intl";

import { PageHeading } from "@/components/ui/page-heading";
import type { ProjectDetail } from "@/lib/contracts/projects";
import { can } from "@/lib/domain/access/policy";
import { Link } from "../ui/link";
import { ProjectSettings } from "./project-settings";

/** How far the project is, what to do next, and its settings. */
export function ProjectOverview({ project }: { project: ProjectDetail }) {
  const t = useTranslations("projects.overview");
  const tProjects = useTranslations("projects");
  const format = useFormatter();
  const { counts, role } = project;
  const base = `/projects/${project.id}`;
  const figures = [
    [t("articles"), counts.articles],
    [t("people"), counts.members],
    [t("openDisagreements"), counts.openDisagreements],
    [t("decidedDisagreements"), counts.decidedDisagreements],
  ] as const;
  const nextSteps = [
    { isDone: counts.articles > 0, text: t("importArticles"), href: `${base}/articles` },
    { isDone: counts.members > 1, text: t("addPeople"), href: `${base}/members` },
    { isDone: counts.assignments > 0, text: t("assignArticles"), href: `${base}/assignments` },
  ];
  const hasStepsLeft = can(role, "project.edit") && nextSteps.some(({ isDone }) => !isDone);

  return (
    <>
      <PageHeading title={t("title")} />
      {hasStepsLeft && (
        <section
          aria-labelledby="next-steps"
          className="mb-8 rounded-xl border border-line bg-surface p-5"
        >
          <h2 id="next-steps" className="font-semibold">
            {t("nextSteps")}
          </h2>
          <ol className="mt-3 grid gap-2 text-sm">
            {nextSteps.map(({ isDone, text, href }) => (
              <li key={text}>
                {isDone ? (
                  <span className="text-muted">{t("done", { step: text })}</span>
                ) : (
                  <Link href={href} className="text-accent underline underline-offset-4">
                    {text}
                  </Link>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
      <section aria-labelledby="progress-heading" className="mb-8">
        <h2 id="progress-heading" className="mb-3 text-lg font-semibold">
          {t("progress")}
        </h2>
        <label className="grid gap-2 text-sm">
          <span className="tabular-nums">
            {tProjects("submitted", { submitted: counts.submitted, all: counts.assignments })}
          </span>
          <progress
            className="h-3 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
            value={counts.submitted}
            max={Math.max(1, counts.assignments)}
          />
        </label>
        {can(role, "assignments.reopen") && counts.reopenRequests > 0 && (
          <p className="mt-3 text-sm">
            <Link
              href={`${base}/assignments#reopen-requests`}
              className="text-accent underline underline-offset-4"
            >
              {t("reopenRequests", { count: counts.reopenRequests })}
            </Link>
          </p>
        )}
        <dl className="mt-5 grid grid-cols-2 gap-3 md:grid-cols-4">
          {figures.map(([name, figure]) => (
            <div key={name} className="rounded-lg border border-line bg-surface px-4 py-3">
              <dt className="text-sm text-muted">{name}</dt>
              <dd className="mt-1 text-2xl font-semibold tabular-nums">{format.number(figure)}</dd>
            </div>
          ))}
        </dl>
      </section>
      {can(role, "project.edit") && <ProjectSettings project={project} />}
    </>
  );
}
