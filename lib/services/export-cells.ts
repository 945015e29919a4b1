export type Row = Readonly<Record<string, string | number | null>>;
export type ExportContext = {
  projectId: string;
  isSubmittedOnly: boolean;
  /** Project-stable pseudonym by user id. */
  pseudonyms: ReadonlyMap<string, string>;
  /** Attribute columns of every codebook version, without the ones that have their own column. */
  attributeIds: readonly string[];
};

/** ISO 8601 in UTC; missing stays empty. */
export function isoTime(date: Date | null | undefined): string | null {
  return date?.toISOString() ?? null;
}

/** One cell per attribute column, `attr_<id>`. */
export function attributeCells(
  ids: readonly string[],
  attributes: Readonly<Record<string, string | number>>,
): Record<string, string | number | null> {
  return Object.fromEntries(ids.map((id) => [`attr_${id}`, attributes[id] ?? null]));
}

/** By code unit, unlike localeCompare the same on every machine. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
