/** Characters that somebody marked, as ranges in text order that don't touch one another. */
export class Stretches {
  starts = new Int32Array(0);
  ends = new Int32Array(0);
  count = 0;

  /** Forgets all ranges and makes room for new ones. */
  clear(nRanges: number): void {
    this.count = 0;
    if (this.starts.length >= nRanges) return;
    this.starts = new Int32Array(2 * nRanges);
    this.ends = new Int32Array(2 * nRanges);
  }

  /**
   * Adds a range to the list that begins at row `from`, which none of the list begins after.
   * Returns by how many characters the list grew.
   */
  add(from: number, start: number, end: number): number {
    if (start >= end) return 0;
    const last = this.count - 1;
    if (last >= from && start <= this.ends[last]!) {
      const before = this.ends[last]!;
      if (end <= before) return 0;
      this.ends[last] = end;
      return end - before;
    }
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count += 1;
    return end - start;
  }

  /** Characters that the lists of rows [a, aEnd) and [b, bEnd) share. Cost: linear in rows. */
  shared(a: number, aEnd: number, b: number, bEnd: number): number {
    const { starts, ends } = this;
    let sum = 0;
    while (a < aEnd && b < bEnd) {
      const start = starts[a]! > starts[b]! ? starts[a]! : starts[b]!;
      const end = ends[a]! < ends[b]! ? ends[a]! : ends[b]!;
      if (end > start) sum += end - start;
      if (ends[a]! < ends[b]!) a += 1;
      else b += 1;
    }
    return sum;
  }
}
