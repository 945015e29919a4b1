import { createHash } from "node:crypto";

import { findArticlesByKeys } from "../../db/imports";
import { jointGap } from "../../domain/formats/joint-text";
import type { Explained } from "../../domain/reason";
import { withLineFeeds, withoutLastLineFeeds } from "../../domain/text/line-ends";
import type { FoundLayer } from "./annotation-files";
import type { FileProblem } from "./uploaded-file";

/** A layer with the article that it is of, or why none could be found. */
export type MatchedLayer = FoundLayer & {
  match: { articleId: string } | { articleId: null; problem: FileProblem };
};

/** Finds each layer's article by id, external id, hash or file name; the best name first. */
export async function matchArticles(
  projectId: string,
  layers: readonly FoundLayer[],
): Promise<MatchedLayer[]> {
  const keysOf = new Map(layers.map((found) => [found, allKeys(found)]));
  const keys = [...new Set([...keysOf.values()].flat())];
  const rows = await findArticlesByKeys(projectId, keys);
  const known = new Map(
    rows.flatMap((row) => [
      [row.externalId, row],
      [row.sha256, row],
      [row.id, row],
    ]),
  );
  return layers.map((found) => {
    const tried = keysOf.get(found) ?? [];
    const unsure = new Set(found.unsureKeys.map(asKey));
    const matching = tried.flatMap((key) => {
      const row = known.get(key);
      if (!row) return [];
      const isSure = !unsure.has(key) || key === row.id || key === row.sha256;
      return [{ articleId: row.id, isSure }];
    });
    const articleId = matching.find(({ isSure }) => isSure)?.articleId;
    if (articleId !== undefined) return { ...found, match: { articleId } };
    const why = matching.length > 0 ? explainUnclear(found) : explainUnknown(found);
    const problem = { file: found.file, line: found.layer.line, ...why };
    return { ...found, match: { articleId: null, problem } };
  });
}

/** The layers of each article, in their order, and what is wrong with those of none. */
export function groupByArticle(layers: readonly MatchedLayer[]) {
  const found = new Map<string, MatchedLayer[]>();
  const errors: FileProblem[] = [];
  for (const layer of layers) {
    const { match } = layer;
    if (match.articleId === null) errors.push(match.problem);
    else found.set(match.articleId, [...(found.get(match.articleId) ?? []), layer]);
  }
  return { found, errors };
}

function explainUnknown({ file, layer: { keys } }: FoundLayer): Explained {
  const [name = file] = keys;
  const message = `No article of this project is called “${name}” or has this text. Import it first, or give its id in the file as external_id.`;
  return { message, reason: "layer_article_unknown", facts: { name } };
}

function explainUnclear({ file }: FoundLayer): Explained {
  const message = `Several articles of this upload share the name of “${file}”, so that it can't be told which one this is of. Put the article's text beside it, exactly as imported, or call the file by the article's id.`;
  return { message, reason: "layer_article_unclear", facts: { file } };
}

/** A text in the file names the article better than any name, by its hash. */
function allKeys({ layer: { keys, text } }: FoundLayer): string[] {
  const named = keys.map(asKey);
  if (text === null) return named;
  const hashes = bodiesIn(withLineFeeds(text)).map((body) =>
    createHash("sha256").update(body, "utf8").digest("hex"),
  );
  return [...hashes, ...named];
}

const asKey = (name: string) => name.slice(0, 300).replaceAll("\0", "");

/** What of a text may be an article's body: all of it, or what follows a title on the first line. */
function bodiesIn(text: string): string[] {
  const afterTitle = [jointGap, "\n"].flatMap((gap) => {
    const at = text.indexOf(gap);
    return at < 0 ? [] : [text.slice(at + gap.length)];
  });
  const all = [text, ...afterTitle];
  return [...new Set([...all, ...all.map(withoutLastLineFeeds)])];
}
