import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field, Input } from "@/components/ui/field";
import { PageHeading } from "@/components/ui/page-heading";
import { Link } from "../ui/link";
import { GettingStarted } from "./getting-started";
import { viewOf } from "./openapi-view";
import { OperationCard } from "./operation-card";

type ApiDocsProps = { document: Readonly<Record<string, unknown>>; search: string };

/** The API as a page, made from the document that the app gives out; it needs no script. */
export function ApiDocs({ document, search }: ApiDocsProps) {
  const t = useTranslations("apiDocs");
  const groups = viewOf(document, search);
  const nFound = groups.reduce((sum, { operations }) => sum + operations.length, 0);
  return (
    <>
      <PageHeading title={t("title")}>
        {t.rich("about", {
          link: (chunks) => (
            <a href="/api/v1/openapi.json" className="text-accent underline">
              {chunks}
            </a>
          ),
        })}
      </PageHeading>
      {search === "" && <GettingStarted />}
      <form role="search" className="mb-8 flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <Field label={t("search")}>
            {(control) => (
              <Input {...control} type="search" name="q" maxLength={100} defaultValue={search} />
            )}
          </Field>
        </div>
        <Button type="submit">{t("find")}</Button>
        {search !== "" && (
          <p role="status" className="basis-full text-sm text-muted">
            {t("found", { count: nFound })}{" "}
            <Link href="/api-docs" className="text-accent underline">
              {t("showAll")}
            </Link>
          </p>
        )}
      </form>
      {groups.length === 0 && <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[16rem_minmax(0,1fr)]">
        <nav
          aria-label={t("contents")}
          className="self-start lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto"
        >
          <ul className="grid gap-1 text-sm">
            {groups.map(({ name, id, operations }) => (
              <li key={id}>
                <a
                  href={`#${id}`}
                  className="inline-flex min-h-8 items-center font-medium text-accent hover:underline"
                >
                  {name}
                </a>{" "}
                <span className="text-muted">{operations.length}</span>
              </li>
            ))}
          </ul>
        </nav>
        <div className="grid min-w-0 gap-10">
          {groups.map(({ name, id, operations }) => (
            <section key={id} id={id} aria-labelledby={`${id}-heading`}>
              <h2 id={`${id}-heading`} className="mb-3 font-serif text-2xl font-semibold">
                {name}
              </h2>
              <div className="grid gap-4">
                {operations.map((operation) => (
                  <OperationCard key={operation.operationId} operation={operation} />
                ))}
              </div>
            </section>
          ))}
        </div>
      </div>
    </>
  );
}
