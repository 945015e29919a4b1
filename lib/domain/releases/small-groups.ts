/** Fewer people than this are too few to hide one of them in a sum or a mean. */
export const smallestGroup = 5;

/**
 * A figure about a group of people, or why it isn't given. Applies to prose about a group that could
 * be quoted as one about a person, such as hours worked. Tables have a row for each pseudonym, with
 * its time, whatever the size of the group: this hides nothing that they show.
 */
export function ofGroup(nPeople: number, figure: string): string {
  return nPeople < smallestGroup ? `not given for fewer than ${smallestGroup} annotators` : figure;
}
