"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useRef } from "react";

import { Button } from "@/components/ui/button";
import { downloadFile } from "@/lib/client/download-file";

type ChartFigureProps = {
  /** Of the downloaded file. */
  name: string;
  caption: string;
  /** Further ways to take the figures away. */
  actions?: ReactNode;
  children: ReactNode;
};

/** What is drawn in a box: a chart is drawn once it knows its width. */
async function drawingIn(box: RefObject<HTMLElement | null>): Promise<SVGElement | null> {
  while (box.current) {
    const drawing = box.current.querySelector("svg");
    if (drawing) return drawing;
    await new Promise(requestAnimationFrame);
  }
  return null;
}

/**
 * A chart that can be downloaded. It is hidden from assistive technology: the table beside it says
 * the same in words.
 */
export function ChartFigure({ name, caption, actions, children }: ChartFigureProps) {
  const t = useTranslations("agreement");
  const box = useRef<HTMLDivElement>(null);

  async function download() {
    const svg = await drawingIn(box);
    if (!svg) return;
    const copy = svg.cloneNode(true) as SVGElement;
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    // Custom properties and inherited fonts mean nothing outside the page.
    const style = getComputedStyle(document.documentElement);
    copy.setAttribute("font-family", style.fontFamily);
    copy.style.background = style.getPropertyValue("--surface").trim();
    const text = copy.outerHTML.replace(/var\((--[\w-]+)\)/g, (_, property: string) =>
      style.getPropertyValue(property).trim(),
    );
    downloadFile(`${name}.svg`, "image/svg+xml", text);
  }

  return (
    <figure>
      <div
        ref={box}
        aria-hidden="true"
        className="rounded-lg border border-line bg-surface p-3 forced-colors:[&_.recharts-text]:fill-[CanvasText] forced-colors:[&_line]:stroke-[CanvasText]"
      >
        {children}
      </div>
      <figcaption className="mt-2 grid gap-2 text-sm text-muted">
        {caption}
        <span className="flex flex-wrap gap-2">
          <Button size="sm" onClick={() => void download()}>
            {t("svg")}
          </Button>
          {actions}
        </span>
      </figcaption>
    </figure>
  );
}
