import { useTranslations } from "next-intl";

import type { Me } from "@/lib/contracts/projects";
import { Link } from "../ui/link";
import { LanguageChoice } from "./language-choice";
import { NavLink } from "./nav-link";
import { SignOutButton } from "./sign-out-button";

/** Name, the ways to one's work, and who is signed in. */
export function SiteHeader({ me }: { me: Me | null }) {
  const t = useTranslations("layout");
  const isAnnotator = me?.memberships.some(({ role }) => role === "annotator") ?? false;
  const seesProjects = me?.memberships.some(({ role }) => role !== "annotator") ?? false;

  return (
    <header className="border-b border-line bg-surface">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-3"
      >
        {t("skipToContent")}
      </a>
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 sm:px-6">
        <Link
          href="/"
          className="flex min-h-10 items-center gap-2 font-serif text-lg font-semibold"
        >
          <svg viewBox="0 0 32 32" className="size-6" aria-hidden="true">
            <rect width="32" height="32" rx="7" className="fill-accent" />
            <path d="M20.5 6h4.2L11.6 26H7.4z" className="fill-on-accent" />
          </svg>
          Slantwise
        </Link>
        {me && (
          <nav aria-label={t("main")} className="flex gap-1">
            {isAnnotator && <NavLink href="/annotate">{t("queue")}</NavLink>}
            {isAnnotator && <NavLink href="/feedback">{t("feedback")}</NavLink>}
            {(seesProjects || me.mayCreateProjects || !isAnnotator) && (
              <NavLink href="/projects">{t("projects")}</NavLink>
            )}
          </nav>
        )}
        <div
          className={`flex min-w-0 items-center gap-2 text-sm ${
            me ? "w-full justify-between sm:ml-auto sm:w-auto" : "ml-auto"
          }`}
        >
          <LanguageChoice />
          {me && (
            <>
              <span className="max-w-40 min-w-0 truncate text-muted" title={me.email}>
                {me.name}
              </span>
              <NavLink href="/account/tokens">{t("tokens")}</NavLink>
              <SignOutButton />
            </>
          )}
        </div>
      </div>
    </header>
  );
}
