/** Fewer people than this are too few to hide one of them in a sum or a mean. */
export const smallestGroup = 5;

/**
 * A figure about a group of people, or why it isn't given. Applies wherever a sum, a mean or a
 * breakdown could point at a person: hours worked, figures by trait. Rows that stand for one
 * pseudonym each, and counts of spans, articles and layers, aren't such figures.
 */
export function ofGroup(nPeople: number, figure: string): string {
  return nPeople < smallestGroup ? `not given for fewer than ${smallestGroup} annotators` : figure;
}
