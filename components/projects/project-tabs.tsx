import { useTranslations } from "next-intl";

import { NavLink } from "@/components/layout/nav-link";
import type { ProjectDetail } from "@/lib/contracts/projects";
import { type Action, can } from "@/lib/domain/access/policy";

const tabs = [
  { path: "", title: "overview", action: "project.read" },
  { path: "/articles", title: "articles", action: "articles.read" },
  { path: "/assignments", title: "assignments", action: "assignments.read" },
  { path: "/members", title: "members", action: "members.read" },
  { path: "/codebook", title: "codebook", action: "codebook.read" },
  { path: "/review", title: "review", action: "disagreements.read" },
  { path: "/agreement", title: "agreement", action: "agreement.read" },
  { path: "/exports", title: "exports", action: "exports.read" },
  { path: "/releases", title: "releases", action: "releases.read" },
  { path: "/audit", title: "audit", action: "audit.read" },
] as const satisfies readonly { path: string; title: string; action: Action }[];

/** The project's name and the parts of it that the reader's role has. */
export function ProjectTabs({ project }: { project: ProjectDetail }) {
  const t = useTranslations("projects.tabs");
  const base = `/projects/${project.id}`;
  return (
    <div className="mb-6 border-b border-line pb-2">
      <p className="text-sm wrap-anywhere text-muted">{project.name}</p>
      <nav aria-label={t("label")} className="-mx-3 flex flex-wrap">
        {tabs
          .filter(({ action }) => can(project.role, action))
          .map(({ path, title }) => (
            <NavLink key={path} href={base + path} isExact={path === ""}>
              {t(title)}
            </NavLink>
          ))}
      </nav>
    </div>
  );
}
