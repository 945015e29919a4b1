import { useTranslations } from "next-intl";

import { inner, type Schema, typeOf } from "./openapi-view";

const deepest = 6;

/** The properties of a schema, those of objects within them folded beneath. */
export function SchemaTable({ schema, depth = 0 }: { schema: Schema; depth?: number }) {
  const t = useTranslations("apiDocs");
  const objects = inner(schema);
  if (objects.length === 0) return <code className="text-xs break-words">{typeOf(schema)}</code>;
  return (
    <div className="grid gap-2">
      {depth === 0 && schema.items && <p className="text-sm text-muted">{t("listOf")}</p>}
      {objects.map((one, at) => (
        <ul key={at} className="grid gap-1 border-l border-line pl-3 text-sm">
          {Object.entries(one.properties ?? {}).map(([name, property]) => {
            const isNested = inner(property).length > 0 && depth < deepest;
            return (
              <li key={name} className="min-w-0">
                <code className="font-semibold">{name}</code>
                {one.required?.includes(name) ? (
                  ""
                ) : (
                  <span className="text-muted"> {t("optional")}</span>
                )}{" "}
                {!isNested && (
                  <code className="text-xs break-words text-muted">{typeOf(property)}</code>
                )}
                {property.default !== undefined && (
                  <span className="text-muted">
                    {" "}
                    {t("default", { value: JSON.stringify(property.default) })}
                  </span>
                )}
                {property.description && <span> {property.description}</span>}
                {isNested && (
                  <details open={depth === 0 && name === "items"}>
                    <summary className="text-muted">
                      {property.items ? t("list") : t("object")}
                    </summary>
                    <SchemaTable schema={property} depth={depth + 1} />
                  </details>
                )}
              </li>
            );
          })}
        </ul>
      ))}
    </div>
  );
}
