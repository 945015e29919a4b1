/** The decision that the tab made last, so that it can be taken back from the next page. */
export type LastDecision = {
  projectId: string;
  disagreementId: string;
  decisionId: string;
  outcome: string;
};

const key = "slantwise.lastDecision";
const listeners = new Set<() => void>();

export function rememberDecision(decision: LastDecision | null): void {
  if (decision) sessionStorage.setItem(key, JSON.stringify(decision));
  else sessionStorage.removeItem(key);
  for (const listener of listeners) listener();
}

/** As text, which is equal while nothing changed. */
export function readLastDecision(): string | null {
  return sessionStorage.getItem(key);
}

export function onLastDecision(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
