import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";

import { catalogue } from "./catalogue";
import { defaultLocale, locales } from "./locales";

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const at = path === "" ? key : `${path}.${key}`;
    return typeof value === "string" ? [[at, value] as [string, string]] : flatten(value, at);
  });
}

/** Arguments and tags of a message, and the plural categories it has forms for. */
function partsOf(elements: MessageFormatElement[]): { names: string[]; plurals: string[][] } {
  const names: string[] = [];
  const plurals: string[][] = [];
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    names.push(element.value);
    const inner: MessageFormatElement[][] = [];
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      inner.push(...Object.values(element.options).map(({ value }) => value));
      if (element.type === TYPE.plural) plurals.push(Object.keys(element.options));
    }
    if (element.type === TYPE.tag) inner.push(element.children);
    for (const parts of inner.map(partsOf)) {
      names.push(...parts.names);
      plurals.push(...parts.plurals);
    }
  }
  return { names: [...new Set(names)].sort(), plurals };
}

const messages = Object.fromEntries(
  locales.map((locale) => [locale, new Map(flatten(catalogue[locale]))]),
);
const source = messages[defaultLocale] ?? new Map<string, string>();

describe.each(locales.filter((locale) => locale !== defaultLocale))(
  "the catalogue in %s",
  (locale) => {
    const translated = messages[locale] ?? new Map<string, string>();

    it("has every message and no other", () => {
      expect([...translated.keys()].sort()).toEqual([...source.keys()].sort());
    });

    it("asks for the same arguments", () => {
      for (const [key, text] of source) {
        const names = partsOf(parse(translated.get(key) ?? "")).names;
        expect({ key, names }).toEqual({ key, names: partsOf(parse(text)).names });
      }
    });

    it("has all plural forms of its language", () => {
      const wanted = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
      for (const [key, text] of translated) {
        for (const forms of partsOf(parse(text)).plurals) {
          expect({ key, forms }).toEqual({
            key,
            forms: expect.arrayContaining(wanted) as string[],
          });
        }
      }
    });
  },
);

describe("every language", () => {
  it("has no empty message", () => {
    for (const locale of locales) {
      const empty = [...(messages[locale] ?? [])].filter(([, text]) => text.trim() === "");
      expect(empty).toEqual([]);
    }
  });
});
