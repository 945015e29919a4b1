import { normalDraw, pick, type RandomSource } from "./random-source";
import type { Unit } from "./unitizing";

export type GammaSampler = "statistical" | "shuffle";
type Layers = readonly (readonly Unit[])[];

/**
 * One random set of layers such as chance could have produced.
 *
 * `statistical` draws numbers of units, gaps and lengths from normal distributions with the
 * moments of the data and categories by their frequency, as pygamma-agreement does by default.
 * `shuffle` turns whole layers round at random pivots, as in the paper. An annotator without
 * units gets at least one in the former; the two therefore differ, and so do published gammas.
 * Source: Mathet, Widlöcher & Métivier (2015), section 5.2; pygamma-agreement's two samplers.
 */
export function sampleLayers(
  sampler: GammaSampler,
  layers: Layers,
  random: RandomSource,
): Unit[][] {
  const sorted = layers.map((units) => [...units].sort((a, b) => a.start - b.start));
  return sampler === "statistical" ? drawFromMoments(sorted, random) : turnAtPivots(sorted, random);
}

function drawFromMoments(layers: Layers, random: RandomSource): Unit[][] {
  const units = layers.flat();
  const numbers = momentsOf(layers.map(({ length }) => length));
  const lengths = momentsOf(units.map(({ start, end }) => end - start));
  const gaps = momentsOf([
    ...layers.flatMap((own) => own.slice(1).map((unit, i) => unit.start - own[i]!.end)),
    ...layers.flatMap((own) => own.slice(0, 1).map(({ start }) => start)).filter((s) => s > 0),
  ]);
  return layers.map(() => {
    // Rounding down lowers the mean number, as in the implementation that is compared with.
    const number = Math.max(1, Math.trunc(normalDraw(random, ...numbers)));
    let at = 0;
    return Array.from({ length: number }, () => {
      const start = at + normalDraw(random, ...gaps);
      let length = 0;
      while (length <= 0) length = Math.abs(normalDraw(random, ...lengths));
      at = start + length;
      return { start, end: at, category: pick(random, units).category };
    });
  });
}

function momentsOf(values: readonly number[]): [mean: number, deviation: number] {
  if (values.length === 0) return [0, 0];
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return [mean, Math.sqrt(squares / values.length)];
}

function turnAtPivots(layers: Layers, random: RandomSource): Unit[][] {
  const units = layers.flat();
  const begin = Math.min(...units.map(({ start }) => start));
  const end = Math.max(...units.map((unit) => unit.end));
  const total = units.reduce((sum, unit) => sum + unit.end - unit.start, 0);
  const apart = total / units.length / 2;
  let free: [start: number, end: number][] = [[begin, end]];
  return layers.map(() => {
    const pivot = Math.trunc(pointIn(free.length > 0 ? free : [[begin, end]], random));
    free = free.flatMap(([from, to]): [number, number][] => [
      ...(from < pivot - apart ? [[from, Math.min(to, pivot - apart)] as [number, number]] : []),
      ...(to > pivot + apart ? [[Math.max(from, pivot + apart), to] as [number, number]] : []),
    ]);
    return pick(random, layers).map((unit) => {
      const shift = unit.start + pivot > end ? pivot + begin - end : pivot;
      return { ...unit, start: unit.start + shift, end: unit.end + shift };
    });
  });
}

function pointIn(segments: readonly (readonly [number, number])[], random: RandomSource): number {
  const total = segments.reduce((sum, [from, to]) => sum + to - from, 0);
  let rest = random() * total;
  for (const [from, to] of segments) {
    if (rest < to - from) return from + rest;
    rest -= to - from;
  }
  return segments.at(-1)![1];
}
