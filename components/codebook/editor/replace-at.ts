/** A copy of the list with a change to the item at a place. */
export function replaceAt<Item>(items: readonly Item[], place: number, change: Partial<Item>) {
  return items.map((item, at) => (at === place ? { ...item, ...change } : item));
}

/** A copy of the list without the item at a place. */
export function removeAt<Item>(items: readonly Item[], place: number): Item[] {
  return items.filter((_, at) => at !== place);
}

/** A copy of the list with the item at a place moved by so many steps; the ends hold it. */
export function moveBy<Item>(items: readonly Item[], place: number, steps: number): Item[] {
  const others = removeAt(items, place);
  const item = items.slice(place, place + 1);
  const target = Math.min(Math.max(place + steps, 0), others.length);
  return [...others.slice(0, target), ...item, ...others.slice(target)];
}
