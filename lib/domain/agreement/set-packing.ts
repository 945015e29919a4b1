/** A group of elements that may be taken together, once, for this gain. */
export type Candidate = { members: readonly number[]; gain: number };

export type Packing = {
  /** Indices of the chosen candidates; no two share an element. */
  chosen: number[];
  /** False when the search stopped at its limit, so that a better packing may exist. */
  isOptimal: boolean;
};

/**
 * Disjoint candidates of maximal total gain, by branch and bound under dual prices.
 *
 * A price per element such that no candidate's gain exceeds its members' prices bounds what the
 * free elements can still earn. Independent clusters are solved one after another.
 * Cost: NP-hard in general, so exponential at worst in the size of a cluster; with tight prices
 * usually a few nodes per element. `nodeLimit` caps each cluster.
 */
export function maximumGainPacking(
  elementCount: number,
  candidates: readonly Candidate[],
  nodeLimit = 200_000,
): Packing {
  const chosen: number[] = [];
  let isOptimal = true;
  for (const cluster of clustersOf(elementCount, candidates)) {
    const packing = packCluster(elementCount, candidates, cluster, nodeLimit);
    chosen.push(...packing.chosen);
    isOptimal &&= packing.isOptimal;
  }
  return { chosen, isOptimal };
}

/** Groups of candidates (by index) that are linked through shared elements. */
function clustersOf(elementCount: number, candidates: readonly Candidate[]): number[][] {
  const parent = Int32Array.from({ length: elementCount }, (_, i) => i);
  const rootOf = (element: number): number => {
    let root = element;
    while (parent[root] !== root) root = parent[root]!;
    parent[element] = root;
    return root;
  };
  for (const { members } of candidates) {
    for (const member of members) parent[rootOf(member)] = rootOf(members[0]!);
  }
  const clusters = new Map<number, number[]>();
  candidates.forEach(({ members, gain }, i) => {
    if (gain <= 0) return;
    const root = rootOf(members[0]!);
    clusters.set(root, [...(clusters.get(root) ?? []), i]);
  });
  return [...clusters.values()];
}

function packCluster(
  elementCount: number,
  candidates: readonly Candidate[],
  cluster: readonly number[],
  nodeLimit: number,
): Packing {
  const containing = new Map<number, number[]>();
  for (const i of cluster) {
    for (const member of candidates[i]!.members) {
      containing.set(member, [...(containing.get(member) ?? []), i]);
    }
  }
  const prices = dualPrices(elementCount, candidates, containing);
  const slackOf = (i: number) =>
    candidates[i]!.members.reduce((sum, member) => sum + prices[member]!, -candidates[i]!.gain);
  const slack = new Map(cluster.map((i) => [i, slackOf(i)]));
  for (const list of containing.values()) list.sort((a, b) => slack.get(a)! - slack.get(b)!);
  // Dear elements first: leaving one of them alone costs most, so the bound bites early.
  const order = [...containing.keys()].sort((a, b) => prices[b]! - prices[a]!);
  const isDecided = new Uint8Array(elementCount);
  const ceiling = order.reduce((sum, element) => sum + prices[element]!, 0);

  let best: number[] = [];
  let bestLoss = Infinity;
  let nodes = 0;
  const current: number[] = [];
  const search = (position: number, loss: number): void => {
    nodes += 1;
    if (nodes > nodeLimit) return;
    let next = position;
    while (next < order.length && isDecided[order[next]!]) next += 1;
    if (next === order.length) {
      if (loss < bestLoss) {
        bestLoss = loss;
        best = [...current];
      }
      return;
    }
    const element = order[next]!;
    for (const i of containing.get(element)!) {
      const { members } = candidates[i]!;
      if (loss + slack.get(i)! >= bestLoss - tolerance) break;
      if (members.some((member) => isDecided[member])) continue;
      for (const member of members) isDecided[member] = 1;
      current.push(i);
      search(next + 1, loss + slack.get(i)!);
      current.pop();
      for (const member of members) isDecided[member] = 0;
    }
    if (loss + prices[element]! >= bestLoss - tolerance) return;
    isDecided[element] = 1;
    search(next + 1, loss + prices[element]!);
    isDecided[element] = 0;
  };
  search(0, 0);
  return { chosen: best, isOptimal: nodes <= nodeLimit || bestLoss <= tolerance * ceiling };
}

const tolerance = 1e-12;

/** Prices that cover every candidate's gain, with a total near the linear programme's. */
function dualPrices(
  elementCount: number,
  candidates: readonly Candidate[],
  containing: ReadonlyMap<number, readonly number[]>,
): Float64Array {
  const elements = [...containing.keys()];
  const cluster = [...new Set([...containing.values()].flat())];
  const total = (prices: Float64Array) => elements.reduce((sum, e) => sum + prices[e]!, 0);
  const deficit = (prices: Float64Array, i: number) =>
    candidates[i]!.members.reduce((rest, e) => rest - prices[e]!, candidates[i]!.gain);

  const start = new Float64Array(elementCount);
  for (const [element, list] of containing) {
    start[element] = Math.max(
      ...list.map((i) => candidates[i]!.gain / candidates[i]!.members.length),
    );
  }
  let best = lowered(start);
  const free = best.slice();
  for (let round = 0; round < 60; round += 1) {
    const demand = new Float64Array(elementCount).fill(-1);
    for (const i of cluster) {
      if (deficit(free, i) > 0) for (const e of candidates[i]!.members) demand[e]! += 1;
    }
    const step = total(best) / elements.length / (4 + round);
    for (const e of elements) free[e] = Math.max(0, free[e]! + step * Math.sign(demand[e]!));
    const covered = free.slice();
    for (const i of cluster) {
      const missing = deficit(covered, i);
      if (missing <= 0) continue;
      for (const e of candidates[i]!.members) {
        covered[e]! += missing / candidates[i]!.members.length;
      }
    }
    const repaired = lowered(covered);
    if (total(repaired) < total(best)) best = repaired;
  }
  return best;

  function lowered(prices: Float64Array): Float64Array {
    const result = prices.slice();
    for (const e of elements) {
      let needed = 0;
      for (const i of containing.get(e)!)
        needed = Math.max(needed, deficit(result, i) + result[e]!);
      result[e] = needed;
    }
    return result;
  }
}
