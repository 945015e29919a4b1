import { Field, Input } from "@/components/ui/field";
import { type ArticleField, articleFields } from "@/lib/domain/articles/make-article";
import type { ColumnMapping } from "@/lib/domain/formats/article-columns";

const labels: Record<ArticleField, string> = {
  externalId: "Id",
  title: "Title",
  body: "Text",
  url: "Address",
  outlet: "Outlet",
  publishedOn: "Date",
  language: "Language",
};

/** Which column or key of a table holds what; left empty, it is told by the usual names. */
export function ColumnFields() {
  return (
    <details className="rounded-md border border-line p-3">
      <summary className="cursor-pointer text-sm font-medium">
        Columns of tables and keys of JSON
      </summary>
      <p className="my-2 text-sm text-muted">
        Fill in only what isn’t found by its usual name (title, text, date, url, …).
      </p>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {articleFields.map((field) => (
          <Field key={field} label={labels[field]}>
            {(control) => <Input {...control} name={`column-${field}`} maxLength={200} />}
          </Field>
        ))}
      </div>
    </details>
  );
}

/** Takes the fields above out of the form and gives back what they say. */
export function takeColumns(form: FormData): ColumnMapping {
  const columns: ColumnMapping = {};
  for (const field of articleFields) {
    const name = `column-${field}`;
    const value = form.get(name);
    form.delete(name);
    if (typeof value === "string" && value.trim() !== "") columns[field] = value.trim();
  }
  return columns;
}
