import type { FieldTable } from "../formats/export-fields";
import { describeField, type Field } from "../formats/field-description";
import { keyColumns } from "./changes";
import type { ReleaseFacts, ReleaseIdentity, ReleasePath } from "./release-facts";

/** A CSV file as a Frictionless Table Schema describes it. */
export type Resource = {
  name: string;
  path: string;
  description: string;
  schema: { fields: readonly Field[]; missingValues: readonly string[]; primaryKey?: string[] };
};

const dialect = {
  ...{ delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true },
};

/** A table of ours as a resource; none of its columns is a note. */
export function resourceOf(path: string, description: string, fields: FieldTable): Resource {
  return {
    ...{ name: path.replace(".csv", ""), path, description },
    schema: {
      fields: Object.entries(fields).map(([name, [kind, meaning]]) =>
        describeField(name, kind, meaning, true),
      ),
      missingValues: [""],
    },
  };
}

/** The resource with the key that tells its rows apart, where there is one. */
export function withKey(resource: Resource): Resource {
  const key = keyColumns[resource.path];
  return key ? { ...resource, schema: { ...resource.schema, primaryKey: [...key] } } : resource;
}

const toArticles = {
  fields: ["article_id"],
  reference: { resource: "articles", fields: ["article_id"] },
};

/** `datapackage.json` (Frictionless Data Package 1): every file with its hash, every column. */
export function dataPackageFile(
  { projectId, number, createdAt, hasTexts }: ReleaseIdentity,
  { projectName }: ReleaseFacts,
  tables: readonly { resource: Resource; file: ReleasePath }[],
  others: readonly ReleasePath[],
): string {
  const resources = tables.map(({ resource, file }) => ({
    ...resource,
    ...{ profile: "tabular-data-resource", scheme: "file", format: "csv", mediatype: "text/csv" },
    ...{ encoding: "utf-8", bytes: file.nBytes, hash: `sha256:${file.sha256}`, dialect },
    schema: {
      ...resource.schema,
      ...(isAboutArticles(resource) ? { foreignKeys: [toArticles] } : {}),
    },
  }));
  const document = {
    profile: "data-package",
    name: `slantwise-${projectId}`,
    title: projectName,
    version: `${number}.0.0`,
    created: createdAt,
    description: hasTexts
      ? "With the articles' texts, in texts/<article_id>.txt."
      : "Without the articles' texts: quotes are empty, offsets, hashes and URLs are kept.",
    resources: [
      ...resources,
      ...others.map(({ path, sha256, nBytes }) => ({
        ...{
          name: path.toLowerCase().replace(/[^a-z0-9.]+/g, "-"),
          path,
          profile: "data-resource",
        },
        ...{ bytes: nBytes, hash: `sha256:${sha256}` },
      })),
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function isAboutArticles({ path, schema }: Resource): boolean {
  return path !== "articles.csv" && schema.fields.some(({ name }) => name === "article_id");
}
