type Filter = {
  family?: string;
  tag?: string;
  /** What others chose where some chose `tag`. */
  confusedWith?: string;
  /** Such as 2026-W05. */
  week?: string;
  codebookVersion?: string;
  kind?: "one_sided" | "boundary" | "tag";
  annotators?: readonly string[];
};

/** The disagreements behind a figure, decided ones among them; null for who may not read them. */
export function inboxLink(
  { projectId, mayReadDisagreements }: { projectId: string; mayReadDisagreements: boolean },
  { annotators = [], ...filter }: Filter,
): string | null {
  if (!mayReadDisagreements) return null;
  const query = new URLSearchParams({ status: "", ...filter });
  for (const one of annotators) query.append("annotators", one);
  return `/projects/${projectId}/review?${query.toString()}`;
}
