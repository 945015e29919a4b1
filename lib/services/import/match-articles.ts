import { createHash } from "node:crypto";

import { findArticlesByKeys } from "../../db/imports";
import { isUuid } from "../../domain/access/uuid";
import { jointGap } from "../../domain/formats/joint-text";
import { withLineFeeds, withoutLastLineFeeds } from "../../domain/text/line-ends";
import type { FoundLayer } from "./annotation-files";
import type { FileProblem } from "./uploaded-file";

/** Finds each layer's article by id, external id, hash or file name; the best name first. */
export async function matchArticles(
  projectId: string,
  layers: readonly FoundLayer[],
): Promise<{ byArticle: Map<string, FoundLayer[]>; errors: FileProblem[] }> {
  const keysOf = new Map(layers.map((found) => [found, allKeys(found)]));
  const keys = [...new Set([...keysOf.values()].flat())];
  const rows = await findArticlesByKeys(projectId, { ids: keys.filter(isUuid), names: keys });
  const known = new Map(
    rows.flatMap(({ id, externalId, sha256 }) => [
      [externalId, id],
      [sha256, id],
      [id, id],
    ]),
  );
  const byArticle = new Map<string, FoundLayer[]>();
  const errors: FileProblem[] = [];
  for (const found of layers) {
    const tried = keysOf.get(found) ?? [];
    const articleId = tried.map((key) => known.get(key)).find((id) => id !== undefined);
    if (articleId === undefined) {
      const [name = found.file] = found.layer.keys;
      const message = `No article of this project is called “${name}” or has this text. Import it first, or give its id in the file as external_id.`;
      const because = { reason: "layer_article_unknown", facts: { name } } as const;
      errors.push({ file: found.file, line: found.layer.line, message, ...because });
      continue;
    }
    byArticle.set(articleId, [...(byArticle.get(articleId) ?? []), found]);
  }
  return { byArticle, errors };
}

/** A text in the file names the article better than any name, by its hash. */
function allKeys({ layer: { keys, text } }: FoundLayer): string[] {
  const named = keys.map((key) => key.slice(0, 300).replaceAll("\0", ""));
  if (text === null) return named;
  const hashes = bodiesIn(withLineFeeds(text)).map((body) =>
    createHash("sha256").update(body, "utf8").digest("hex"),
  );
  return [...hashes, ...named];
}

/** What of a text may be an article's body: all of it, or what follows a title on the first line. */
function bodiesIn(text: string): string[] {
  const afterTitle = [jointGap, "\n"].flatMap((gap) => {
    const at = text.indexOf(gap);
    return at < 0 ? [] : [text.slice(at + gap.length)];
  });
  const all = [text, ...afterTitle];
  return [...new Set([...all, ...all.map(withoutLastLineFeeds)])];
}
