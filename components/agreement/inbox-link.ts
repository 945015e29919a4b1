type Filter = {
  family?: string;
  tag?: string;
  kind?: "one_sided" | "boundary" | "tag";
  annotators?: readonly string[];
};

/** The disagreements behind a figure, decided ones among them; null for who may not read them. */
export function inboxLink(
  { projectId, mayReadDisagreements }: { projectId: string; mayReadDisagreements: boolean },
  { family, tag, kind, annotators = [] }: Filter,
): string | null {
  if (!mayReadDisagreements) return null;
  const query = new URLSearchParams([
    ["status", ""],
    ...(family ? [["family", family]] : []),
    ...(tag ? [["tag", tag]] : []),
    ...(kind ? [["kind", kind]] : []),
    ...annotators.map((one) => ["annotator", one]),
  ]);
  return `/projects/${projectId}/review?${query.toString()}`;
}
