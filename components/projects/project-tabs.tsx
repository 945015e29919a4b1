import { NavLink } from "@/components/layout/nav-link";
import type { ProjectDetail } from "@/lib/contracts/projects";
import { type Action, can } from "@/lib/domain/access/policy";

const tabs: readonly { path: string; title: string; action: Action }[] = [
  { path: "", title: "Overview", action: "project.read" },
  { path: "/articles", title: "Articles", action: "articles.read" },
  { path: "/assignments", title: "Assignments", action: "assignments.read" },
  { path: "/members", title: "Members", action: "members.read" },
  { path: "/codebook", title: "Codebook", action: "codebook.read" },
  { path: "/review", title: "Review", action: "disagreements.read" },
  { path: "/agreement", title: "Agreement", action: "agreement.read" },
  { path: "/exports", title: "Exports", action: "exports.read" },
  { path: "/releases", title: "Releases", action: "releases.read" },
];

/** The project's name and the parts of it that the reader's role has. */
export function ProjectTabs({ project }: { project: ProjectDetail }) {
  const base = `/projects/${project.id}`;
  return (
    <div className="mb-6 border-b border-line pb-2">
      <p className="text-sm text-muted">{project.name}</p>
      <nav aria-label="Project" className="-mx-3 flex flex-wrap">
        {tabs
          .filter(({ action }) => can(project.role, action))
          .map(({ path, title }) => (
            <NavLink key={path} href={base + path} isExact={path === ""}>
              {title}
            </NavLink>
          ))}
      </nav>
    </div>
  );
}
