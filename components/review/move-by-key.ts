import type { OwnVersion } from "./use-own-version";

const edges: Record<string, ["start" | "end", "earlier" | "later"]> = {
  "[": ["start", "earlier"],
  "]": ["start", "later"],
  "{": ["end", "earlier"],
  "}": ["end", "later"],
};

/** What a key does to the reviewer's own span: moves an edge or all of it by a word; else null. */
export function moveByKey(version: OwnVersion, key: string): (() => void) | null {
  const edge = edges[key];
  if (edge) return () => void version.move(...edge);
  if (key === "ArrowLeft") return () => void version.shift("earlier");
  if (key === "ArrowRight") return () => void version.shift("later");
  return null;
}
