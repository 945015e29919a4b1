import type { ReleaseFacts, ReleaseIdentity, ReleasePath } from "./release-facts";
import type { Resource } from "./datapackage";

const dataTypes: Record<string, string> = {
  string: "sc:Text",
  integer: "sc:Integer",
  number: "sc:Float",
  date: "sc:Date",
  datetime: "sc:DateTime",
};

const context = {
  "@language": "en",
  "@vocab": "https://schema.org/",
  citeAs: "cr:citeAs",
  column: "cr:column",
  conformsTo: "dct:conformsTo",
  cr: "http://mlcommons.org/croissant/",
  data: { "@id": "cr:data", "@type": "@json" },
  dataType: { "@id": "cr:dataType", "@type": "@vocab" },
  dct: "http://purl.org/dc/terms/",
  examples: { "@id": "cr:examples", "@type": "@json" },
  extract: "cr:extract",
  field: "cr:field",
  fileObject: "cr:fileObject",
  fileProperty: "cr:fileProperty",
  fileSet: "cr:fileSet",
  format: "cr:format",
  includes: "cr:includes",
  isLiveDataset: "cr:isLiveDataset",
  jsonPath: "cr:jsonPath",
  key: "cr:key",
  md5: "cr:md5",
  parentField: "cr:parentField",
  path: "cr:path",
  rai: "http://mlcommons.org/croissant/RAI/",
  recordSet: "cr:recordSet",
  references: "cr:references",
  regex: "cr:regex",
  repeated: "cr:repeated",
  replace: "cr:replace",
  sc: "https://schema.org/",
  separator: "cr:separator",
  source: "cr:source",
  subField: "cr:subField",
  transform: "cr:transform",
};

/** `croissant.json`: Croissant 1.0 metadata, a record set for each CSV file. */
export function croissantFile(
  { number, createdAt, projectId }: ReleaseIdentity,
  { projectName }: ReleaseFacts,
  tables: readonly { resource: Resource; file: ReleasePath }[],
): string {
  const name = `slantwise-${projectId}`;
  const document = {
    "@context": context,
    "@type": "sc:Dataset",
    name,
    alternateName: projectName,
    description: `Release ${number} of ${projectName}: spans of news articles with sourcing and framing tags, per annotator and adjudicated.`,
    conformsTo: "http://mlcommons.org/croissant/1.0",
    url: `urn:uuid:${projectId}`,
    version: `${number}.0.0`,
    datePublished: createdAt.slice(0, 10),
    isLiveDataset: false,
    distribution: tables.map(({ file }) => ({
      "@type": "cr:FileObject",
      "@id": file.path,
      name: file.path,
      contentUrl: file.path,
      contentSize: `${file.nBytes} B`,
      encodingFormat: "text/csv",
      sha256: file.sha256,
    })),
    recordSet: tables.map(({ resource }) => recordSetOf(resource)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function recordSetOf({ name, path, description, schema }: Resource) {
  const set = `records-${name}`;
  const key = (schema.primaryKey ?? []).map((column) => ({ "@id": `${set}/${column}` }));
  return {
    "@type": "cr:RecordSet",
    "@id": set,
    name: set,
    description,
    ...(key.length > 0 ? { key: key.length === 1 ? key[0] : key } : {}),
    field: schema.fields.map((field) => ({
      "@type": "cr:Field",
      "@id": `${set}/${field.name}`,
      name: `${set}/${field.name}`,
      description: field.description,
      dataType: dataTypes[field.type] ?? "sc:Text",
      source: { fileObject: { "@id": path }, extract: { column: field.name } },
    })),
  };
}
