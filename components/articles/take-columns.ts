import { articleFields } from "@/lib/domain/articles/make-article";
import type { ColumnMapping } from "@/lib/domain/formats/article-columns";

/** Takes the fields of a column mapping out of a form and gives back what they say. */
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
