"use client";

import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import { flushSync } from "react-dom";

import { keepSelection } from "./keep-selection";
import { spanWanted } from "./span-dom";

const marginAround = "800px 0px";

/**
 * Which sections have their spans drawn: the first few, then what comes near the viewport, and
 * what is asked for. Drawn ones stay so, since the browser skips what isn't in view by itself.
 */
export function useDrawnSections(
  container: RefObject<HTMLElement | null>,
  nSections: number,
  nAtFirst: number,
  sectionsOf: (spanId: string) => readonly number[],
): ReadonlySet<number> {
  const [drawn, setDrawn] = useState<ReadonlySet<number>>(() => new Set(Array(nAtFirst).keys()));

  const draw = useEffectEvent((places: readonly number[]) => {
    const news = places.filter((at) => !drawn.has(at));
    if (news.length === 0) return;
    const elements = news.flatMap((at) => container.current?.children[at] ?? []);
    keepSelection(elements, () => flushSync(() => setDrawn((now) => new Set([...now, ...news]))));
  });
  const drawSpan = useEffectEvent((event: Event) => {
    draw(sectionsOf((event as CustomEvent<string>).detail));
  });

  useEffect(() => {
    const segment = container.current;
    if (!segment || nSections <= nAtFirst) return;
    const places = new Map([...segment.children].map((section, at) => [section, at]));
    const observer = new IntersectionObserver(
      (entries) => {
        const near = entries.filter(({ isIntersecting }) => isIntersecting);
        for (const { target } of near) observer.unobserve(target);
        draw(near.flatMap(({ target }) => places.get(target) ?? []));
      },
      { rootMargin: marginAround },
    );
    for (const section of places.keys()) observer.observe(section);
    const drawAll = () => draw([...places.values()]);
    segment.addEventListener(spanWanted, drawSpan);
    window.addEventListener("beforeprint", drawAll);
    return () => {
      observer.disconnect();
      segment.removeEventListener(spanWanted, drawSpan);
      window.removeEventListener("beforeprint", drawAll);
    };
  }, [container, nSections, nAtFirst]);

  return drawn;
}
