/** Between two lists: how many items at the start are the same, and what stands where they differ. */
export type ListChange<Item> = {
  start: number;
  gone: readonly Item[];
  come: readonly Item[];
};

/** Weak, so that a list doesn't keep all that were before it. */
type Made = { before: WeakRef<readonly unknown[]>; change: ListChange<unknown> };
/** Lists never change once they are made. */
const made = new WeakMap<readonly unknown[], Made>();
const tails = new WeakMap<readonly unknown[], { from: number; tail: readonly unknown[] }>();

/** Remembers how `now` came about, so that nobody has to compare thousands of items to find out. */
export function rememberChange<Item>(
  before: readonly Item[],
  now: readonly Item[],
  change: ListChange<Item>,
): void {
  made.set(now, { before: new WeakRef(before), change });
}

/** What made `now` of `before`. Linear where nobody has remembered it. */
export function changeBetween<Item>(
  before: readonly Item[],
  now: readonly Item[],
): ListChange<Item> {
  const known = made.get(now);
  if (known?.before.deref() === before) return known.change as ListChange<Item>;
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start += 1;
  const grown = now.length - before.length;
  let end = before.length;
  while (end > start && end + grown > start && before[end - 1] === now[end + grown - 1]) end -= 1;
  return { start, gone: before.slice(start, end), come: now.slice(start, end + grown) };
}

/** The items from a place on, with what is remembered of the list. The very list from 0 on. */
export function tailOf<Item>(list: readonly Item[], from: number): readonly Item[] {
  if (from === 0) return list;
  const tail = list.slice(from);
  tails.set(list, { from, tail });
  const { before: beforeRef, change } = made.get(list) ?? {};
  const before = beforeRef?.deref();
  const earlier = before && tails.get(before);
  if (change && earlier?.from === from && change.start >= from) {
    rememberChange(earlier.tail, tail, { ...change, start: change.start - from });
  }
  return tail;
}
