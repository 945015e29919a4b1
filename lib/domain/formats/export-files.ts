/** What an export can be narrowed by; each filter narrows what the others leave. */
export const exportFilters = [
  "article",
  "outlet",
  "from",
  "to",
  "family",
  "tag",
  "annotator",
] as const;
export type ExportFilter = (typeof exportFilters)[number];

export const tableNames = [
  "annotations",
  "gold",
  "soft_labels",
  "articles",
  "assignments",
  "annotators",
  "answers",
  "links",
  "disagreements",
  "agreement",
] as const;
export type TableName = (typeof tableNames)[number];
export const tableFormats = ["csv", "jsonl", "parquet"] as const;
export type TableFormat = (typeof tableFormats)[number];

/** Files written article by article, in the forms of other tools. */
export const articleFiles = [
  "web-annotations.jsonld",
  "brat.zip",
  "ptc.zip",
  "conll.zip",
  "uima-cas.zip",
  "spacy.jsonl",
  "texts.zip",
] as const;
export type ArticleFile = (typeof articleFiles)[number];
export type TableFile = `${TableName}.${TableFormat}`;
export type ExportName = TableFile | ArticleFile | "datapackage.json";

/** Every file that there is, tables in each of their formats. */
export const exportNames: readonly ExportName[] = [
  ...tableNames.flatMap((table) => tableFormats.map((format) => `${table}.${format}` as const)),
  ...articleFiles,
  "datapackage.json",
];

const ofArticles = ["article", "outlet", "from", "to"] as const;
const ofTags = ["family", "tag"] as const;

const filtersOfTable: Record<TableName, readonly ExportFilter[]> = {
  annotations: exportFilters,
  gold: [...ofArticles, ...ofTags],
  soft_labels: [...ofArticles, ...ofTags],
  articles: ofArticles,
  assignments: [...ofArticles, "annotator"],
  annotators: ["annotator"],
  answers: [...ofArticles, "annotator"],
  links: [...ofArticles, "annotator"],
  disagreements: [...ofArticles, ...ofTags],
  agreement: [],
};

const tablesWithStatus: readonly TableName[] = ["annotations", "assignments", "answers", "links"];

/** The table and format of a file that is a table; null for any other. */
export function tableOf(file: ExportName): { table: TableName; format: TableFormat } | null {
  const [name, ending] = file.split(".");
  const table = tableNames.find((one) => one === name);
  const format = tableFormats.find((one) => one === ending);
  return table && format ? { table, format } : null;
}

/** Filters that mean something for a file. Any other is refused rather than passed over. */
export function filtersOf(file: ExportName): readonly ExportFilter[] {
  const found = tableOf(file);
  if (found) return filtersOfTable[found.table];
  if (file === "datapackage.json") return [];
  return file === "texts.zip" ? ofArticles : exportFilters;
}

/** Whether layers that were made to learn are left out, put in, or all there is. */
export const trainingChoices = ["without", "with", "only"] as const;
export type TrainingChoice = (typeof trainingChoices)[number];

/** Whether a file has rows of layers that aren't handed in, when they are asked for. */
export function hasStatus(file: ExportName): boolean {
  const found = tableOf(file);
  if (found) return tablesWithStatus.includes(found.table);
  return file !== "datapackage.json" && file !== "texts.zip";
}

const withNotes: readonly string[] = [
  ...["annotations", "gold", "answers", "disagreements"],
  ...["web-annotations", "brat", "uima-cas", "datapackage"],
];

/** Whether a file has what people wrote in their own words, if that is asked for. */
export function hasNotes(file: ExportName): boolean {
  return withNotes.includes(file.split(".")[0] ?? "");
}
