import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

import { describe, expect, it } from "vitest";

const root = path.resolve(".");
const app = path.join(root, "app");

function filesNamed(name: string, folder = app): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesNamed(name, file);
    return entry.name === name ? [file] : [];
  });
}

function importsOf(file: string, text: string): string[] {
  const found = text.matchAll(/^(?:import|export)(?! type)[^;]*?from "(@\/|\.\.?\/)([^"]+)"/gms);
  return [...found].flatMap(([, start = "", rest = ""]) => {
    const base =
      start === "@/" ? path.join(root, rest) : path.resolve(path.dirname(file), start, rest);
    return ["", ".ts", ".tsx"].map((end) => base + end).filter(isFile);
  });
}

function isFile(file: string): boolean {
  return existsSync(file) && statSync(file).isFile();
}

/** Areas whose messages client components below this file ask for. */
function areasAsked(file: string, isClient = false, seen = new Set<string>()): string[] {
  const text = readFileSync(file, "utf8");
  const isHere = isClient || text.startsWith('"use client"');
  const visit = `${file} ${isHere}`;
  if (seen.has(visit)) return [];
  seen.add(visit);
  const asked = isHere
    ? [...text.matchAll(/useTranslations\(\s*"(\w+)/g)].map(([, area]) => area)
    : [];
  return [
    ...asked.filter((area) => area !== undefined),
    ...importsOf(file, text).flatMap((one) => areasAsked(one, isHere, seen)),
  ];
}

/** What the nearest layout with words of its own sends; the catalogue's areas are its own list. */
function areasSent(page: string): string[] {
  for (let folder = path.dirname(page); folder.startsWith(app); folder = path.dirname(folder)) {
    const layout = path.join(folder, "layout.tsx");
    const given = isFile(layout) && /<Words of=\{\[([^\]]*)\]\}/.exec(readFileSync(layout, "utf8"));
    if (given) return [...(given[1] ?? "").matchAll(/"(\w+)"/g)].map(([, area]) => area ?? "");
  }
  return [];
}

const everywhere = ["layout", "pages", "refusals", "ui"];

describe("the messages sent with a page", () => {
  const pages = filesNamed("page.tsx");

  it("are looked for in real pages", () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(areasAsked(path.join(app, "annotate/[assignmentId]/page.tsx"))).toContain("annotator");
  });

  it.each(pages.map((page) => path.relative(app, page)))("are all that %s needs", (name) => {
    const page = path.join(app, name);
    const sent = new Set([...everywhere, ...areasSent(page)]);
    expect([...new Set(areasAsked(page))].filter((area) => !sent.has(area))).toEqual([]);
  });
});
