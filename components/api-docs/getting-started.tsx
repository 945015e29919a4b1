import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Link } from "../ui/link";

const example = `curl -H "Authorization: Bearer $SLANTWISE_TOKEN" \\
     -H 'If-None-Match: W/"…"' \\
     "$SLANTWISE_URL/api/v1/projects?limit=50"`;

const notebooks = { python: "slantwise.ipynb", r: "slantwise.Rmd" };

/** A token, pages of lists, conditional reads, and notebooks that do all of it. */
export function GettingStarted() {
  const t = useTranslations("apiDocs.start");
  const code = (chunks: ReactNode) => <code className="text-xs">{chunks}</code>;
  return (
    <section
      aria-labelledby="start-heading"
      className="mb-8 grid gap-4 rounded-xl border border-line bg-surface p-5"
    >
      <h2 id="start-heading" className="text-xl font-semibold">
        {t("title")}
      </h2>
      <ul className="grid max-w-prose list-disc gap-1.5 pl-5 text-sm">
        <li>
          {t.rich("token", {
            code,
            link: (chunks) => (
              <Link href="/account/tokens" className="text-accent underline">
                {chunks}
              </Link>
            ),
          })}
        </li>
        <li>{t.rich("pages", { code })}</li>
        <li>{t.rich("conditional", { code })}</li>
        <li>{t.rich("races", { code })}</li>
        <li>{t("offsets")}</li>
      </ul>
      <pre
        tabIndex={0}
        aria-label={t("example")}
        className="overflow-x-auto rounded-md bg-sunken p-3 text-xs"
      >
        {example}
      </pre>
      <p className="text-sm">
        {t("notebooks")}{" "}
        <a href={`/notebooks/${notebooks.python}`} download className="text-accent underline">
          {`${notebooks.python} (Python)`}
        </a>
        {", "}
        <a href={`/notebooks/${notebooks.r}`} download className="text-accent underline">
          {`${notebooks.r} (R)`}
        </a>
      </p>
    </section>
  );
}
