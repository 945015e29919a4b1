import { useTranslations } from "next-intl";

import { type Operation, typeOf } from "./openapi-view";
import { SchemaTable } from "./schema-table";

const looks: Record<string, string> = {
  get: "border-sourcing text-sourcing",
  post: "border-success text-success",
  patch: "border-warning text-warning",
  delete: "border-danger text-danger",
};

/** One operation: what it is for, who may, what goes in, what comes out. */
export function OperationCard({ operation }: { operation: Operation }) {
  const t = useTranslations("apiDocs");
  const { method, path, summary, parameters, body, result, refusals } = operation;
  return (
    <article
      id={operation.operationId}
      aria-labelledby={`${operation.operationId}-heading`}
      className="rounded-xl border border-line bg-surface p-4"
    >
      <h3
        id={`${operation.operationId}-heading`}
        className="flex flex-wrap items-baseline gap-x-3 gap-y-1"
      >
        <span
          className={`rounded border px-1.5 font-mono text-xs font-semibold uppercase ${looks[method] ?? "border-line"}`}
        >
          {method}
        </span>
        <code className="text-sm break-all">{path}</code>
      </h3>
      <p className="mt-2">{summary}</p>
      <p className="mt-1 text-sm text-muted">{whoMay(operation)}</p>
      <div className="mt-3 grid gap-2">
        {parameters.length > 0 && (
          <details>
            <summary className="text-sm font-medium">{t("parameters")}</summary>
            <ul className="mt-2 grid gap-1 border-l border-line pl-3 text-sm">
              {parameters.map((one) => (
                <li key={`${one.in} ${one.name}`}>
                  <code className="font-semibold">{one.name}</code>{" "}
                  <span className="text-muted">
                    {one.in}
                    {one.required ? "" : `, ${t("optional")}`}
                  </span>{" "}
                  <code className="text-xs break-words text-muted">{typeOf(one.schema)}</code>
                  {one.description && <span> {one.description}</span>}
                </li>
              ))}
            </ul>
          </details>
        )}
        {body && <Content title={t("body")} content={body} />}
        <Content title={t("result")} content={result} />
        <details>
          <summary className="text-sm font-medium">{t("refusals")}</summary>
          <ul className="mt-2 grid gap-1 border-l border-line pl-3 text-sm">
            {refusals.map(({ status, description }) => (
              <li key={status}>
                <code className="font-semibold">{status}</code> {description}
              </li>
            ))}
          </ul>
        </details>
      </div>
    </article>
  );

  function whoMay({ isPublic, scopes }: Operation): string {
    if (isPublic) return t("public");
    return scopes.length > 0 ? t("scope", { scope: scopes.join(", ") }) : t("sessionOnly");
  }
}

function Content({ title, content }: { title: string; content: Operation["result"] }) {
  return (
    <>
      {Object.entries(content).map(([mediaType, { schema }]) => (
        <details key={mediaType}>
          <summary className="text-sm font-medium">
            {title} <span className="font-normal text-muted">{mediaType}</span>
          </summary>
          {schema && (
            <div className="mt-2 overflow-x-auto">
              <SchemaTable schema={schema} />
            </div>
          )}
        </details>
      ))}
    </>
  );
}
