import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";

import { fileReasonFacts } from "@/lib/domain/file-reasons";
import { reasonFacts } from "@/lib/domain/reason";
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
const isOfServer = (key: string) => /^(refusals|files)\./.test(key);
const source = messages[defaultLocale] ?? new Map<string, string>();

describe.each(locales.filter((locale) => locale !== defaultLocale))(
  "the catalogue in %s",
  (locale) => {
    const translated = messages[locale] ?? new Map<string, string>();

    it("has every message and no other", () => {
      const keys = [...translated.keys()].filter((key) => !isOfServer(key));
      expect(keys.sort()).toEqual([...source.keys()].sort());
    });

    it.each([
      // What is wrong with a change has its facts from the change: see the annotator's problems.
      ["refusals", reasonFacts, Object.keys(catalogue[defaultLocale].annotator.problems)],
      ["files", fileReasonFacts, []],
    ])("has words for every reason of %s, by its facts, and for no other", (area, table, more) => {
      const reasons = [...Object.keys(table), ...more].map((key) => `${area}.${key}`);
      const words = [...translated.keys()].filter((key) => key.startsWith(`${area}.`));
      expect(words.sort()).toEqual(reasons.sort());
      for (const [reason, facts] of Object.entries<readonly string[]>(table)) {
        const { names } = partsOf(parse(translated.get(`${area}.${reason}`) ?? ""));
        expect({ reason, names }).toEqual({ reason, names: [...facts].sort() });
      }
    });

    it("has one reason for each word of the server", () => {
      const twice = Object.keys(fileReasonFacts).filter((key) => key in reasonFacts);
      expect(twice).toEqual([]);
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

describe("the language of the server", () => {
  it("has no second copy of what the server says", () => {
    expect([...source.keys()].filter(isOfServer)).toEqual([]);
  });
});

describe("every language", () => {
  it("has no empty message", () => {
    for (const locale of locales) {
      const empty = [...(messages[locale] ?? [])].filter(([, text]) => text.trim() === "");
      expect(empty).toEqual([]);
    }
  });
});
