import { judgementOf, type ReviewMember } from "./judgement";

type Member = Omit<ReviewMember, "annotatorId"> & { annotator: string };

export type Version<Some extends Member = Member> = {
  /** From 1, in the order of the annotators. */
  number: number;
  /** Who marked exactly this, in the same order. */
  annotators: string[];
  /** The spans of the first of them: equal to everybody's, remarks aside. */
  members: Some[];
};

/**
 * The different versions of a disagreement, alike ones as one: the same places with the same
 * judgements. Whoever marked nothing is no version, but `silent`. `annotators` gives the order.
 */
export function groupVersions<Some extends Member>(
  members: readonly Some[],
  annotators: readonly string[],
): { versions: Version<Some>[]; silent: string[] } {
  const versions = new Map<string, Version<Some>>();
  const silent: string[] = [];
  for (const annotator of annotators) {
    const its = members.filter((member) => member.annotator === annotator);
    if (its.length === 0) {
      silent.push(annotator);
      continue;
    }
    const key = its
      .map((one) => `${one.start} ${one.end} ${judgementOf(one)}`)
      .sort()
      .join("\n");
    const known = versions.get(key);
    if (known) known.annotators.push(annotator);
    else versions.set(key, { number: versions.size + 1, annotators: [annotator], members: its });
  }
  return { versions: [...versions.values()], silent };
}
