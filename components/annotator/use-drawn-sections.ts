"use client";

import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import { flushSync } from "react-dom";

import { keepSelection } from "./keep-selection";
import { spanWanted } from "./span-dom";

const marginPx = 800;

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
    const all = sectionsIn(container.current);
    const elements = news.flatMap((at) => all[at] ?? []);
    keepSelection(elements, () => flushSync(() => setDrawn((now) => new Set([...now, ...news]))));
  });
  const drawSpan = useEffectEvent((event: Event) => {
    draw(sectionsOf((event as CustomEvent<string>).detail));
  });

  useEffect(() => {
    const segment = container.current;
    if (!segment || nSections <= nAtFirst) return;
    const places = new Map(sectionsIn(segment).map((section, at) => [section, at]));
    // The browser looks at all that is observed whenever anything changes: a group first, and its
    // sections once it is near.
    const observer = new IntersectionObserver(
      (entries) => {
        const near = entries.filter(({ isIntersecting }) => isIntersecting);
        const found = near.flatMap(({ target }) => {
          observer.unobserve(target);
          if (places.has(target)) return target;
          const sections = [...target.children];
          for (const section of sections) if (!isNear(section)) observer.observe(section);
          return sections.filter(isNear);
        });
        draw(found.flatMap((section) => places.get(section) ?? []));
      },
      { rootMargin: `${marginPx}px 0px` },
    );
    for (const group of segment.children) observer.observe(group);
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

/** The sections of a segment, which stand in groups. */
function sectionsIn(segment: HTMLElement | null): Element[] {
  return [...(segment?.children ?? [])].flatMap((group) => [...group.children]);
}

function isNear(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > -marginPx && top < window.innerHeight + marginPx;
}
