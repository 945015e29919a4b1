import { useTranslations } from "next-intl";

import { sectionIds } from "./section";

/** What the page has, beside it on wide screens. */
export function Contents() {
  const t = useTranslations("agreement");
  return (
    <nav
      aria-labelledby="contents-heading"
      className="rounded-lg border border-line bg-surface p-4 text-sm lg:sticky lg:top-6 lg:self-start"
    >
      <h2 id="contents-heading" className="font-semibold">
        {t("contents")}
      </h2>
      <ul className="mt-1 flex flex-wrap gap-x-4 lg:block">
        {sectionIds.map((id) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="block py-1.5 leading-snug text-accent underline-offset-4 hover:underline"
            >
              {t(id)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
