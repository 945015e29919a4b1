import "server-only";

import { createHash } from "node:crypto";

import { copyLayeredArticles, copyTexts, type LayeredArticle } from "../db/export-articles";
import type { ExportScope } from "../db/export-select";
import { attributeIds, attributesOf, type Codebook, isNote } from "../domain/codebook/codebook";
import { bratConfiguration, toBrat } from "../domain/formats/brat";
import { toConll } from "../domain/formats/conll";
import { toSpacy } from "../domain/formats/doccano";
import type { ArticleFile } from "../domain/formats/export-files";
import type { ExportedLayer } from "../domain/formats/exported-span";
import { JointText } from "../domain/formats/joint-text";
import { toPtc } from "../domain/formats/ptc";
import { toUimaCas } from "../domain/formats/uima-cas-writer";
import { uimaTypeSystem } from "../domain/formats/uima-type-system";
import { annotationPage, webAnnotationsOf } from "../domain/formats/web-annotation-writer";
import { linkAttribute } from "../domain/spans/links";
import { type ArchiveMember, zipArchive } from "./export-archive";
import { parseLines } from "./export-soft-labels";

type Snapshot = { copy: (statement: string) => AsyncGenerator<Buffer> };
type Source = { scope: ExportScope; codebooks: readonly { id: string; definition: Codebook }[] };
/** One person's layer on one article, called by the article's id. */
type Layer = ExportedLayer & { annotator: string; codebook: Codebook };
type Article = { id: string; externalId: string; language: string; layers: Layer[] };

/** A file in another tool's form, made article by article: one is in memory at a time. */
export function articleFileChunks(
  snapshot: Snapshot,
  file: ArticleFile,
  source: Source,
): AsyncGenerator<Uint8Array> {
  switch (file) {
    case "web-annotations.jsonld":
      return annotationPageOf(articles(snapshot, source), source.scope.projectId);
    case "spacy.jsonl":
      return spacyLines(articles(snapshot, source));
    case "texts.zip":
      return zipArchive(texts(snapshot, source));
    case "brat.zip":
      return zipArchive(bratMembers(articles(snapshot, source), source));
    case "ptc.zip":
      return zipArchive(ptcMembers(articles(snapshot, source)));
    case "conll.zip":
      return zipArchive(conllMembers(articles(snapshot, source)));
    case "uima-cas.zip":
      return zipArchive(uimaMembers(articles(snapshot, source), source));
  }
}

async function* articles(
  snapshot: Snapshot,
  { scope, codebooks }: Source,
): AsyncGenerator<Article> {
  const definitions = new Map(codebooks.map(({ id, definition }) => [id, definition]));
  const lines = snapshot.copy(copyLayeredArticles(scope));
  for await (const { title, body, layers, ...article } of parseLines<LayeredArticle>(lines)) {
    const sha256 = createHash("sha256").update(body, "utf8").digest("hex");
    const known = { externalId: article.externalId, sha256 };
    const read = layers.map(({ annotator, codebookId, spans }) => {
      const codebook = definitions.get(codebookId);
      if (!codebook) throw new Error(`no codebook ${codebookId}`);
      const own = spans.map((span) => ({
        ...span,
        attributes: givenOut(codebook, span, scope.hasNotes),
      }));
      return { key: article.id, known, annotator, codebook, article: { title, body }, spans: own };
    });
    yield { ...article, layers: read };
  }
}

/**
 * The attributes that the span's family has, in the codebook's order, notes on request alone, and its
 * links.
 */
function givenOut(
  codebook: Codebook,
  { familyId, attributes }: LayeredArticle["layers"][number]["spans"][number],
  hasNotes: boolean,
) {
  const known = attributesOf(codebook, familyId).filter(({ id }) => hasNotes || !isNote(id));
  const ids = [...known.map(({ id }) => id), ...codebook.linkTypes.map(linkAttribute)];
  return Object.fromEntries(
    ids.flatMap((id) => {
      const value = attributes[id];
      return value === undefined || value === "" ? [] : [[id, value]];
    }),
  );
}

async function* annotationPageOf(
  all: AsyncIterable<Article>,
  projectId: string,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(annotationPage.before(`urn:uuid:${projectId}`));
  let between = "";
  for await (const { layers } of all) {
    const items = layers.flatMap((layer) => webAnnotationsOf(layer, layer.annotator));
    if (items.length === 0) continue;
    const text = items.map((item) => JSON.stringify(item)).join(annotationPage.between);
    yield Buffer.from(between + text);
    between = annotationPage.between;
  }
  yield Buffer.from(annotationPage.after);
}

async function* spacyLines(all: AsyncIterable<Article>): AsyncGenerator<Uint8Array> {
  for await (const { id, externalId, layers } of all) {
    const lines = layers.map((layer) =>
      toSpacy(layer, { external_id: externalId, article_id: id, annotator_id: layer.annotator }),
    );
    yield Buffer.from(lines.join(""));
  }
}

async function* texts(snapshot: Snapshot, { scope }: Source): AsyncGenerator<ArchiveMember> {
  const lines = snapshot.copy(copyTexts(scope));
  for await (const { id, body } of parseLines<{ id: string; body: string }>(lines)) {
    yield { path: `texts/${id}.txt`, contents: body };
  }
}

/** A folder for each annotator, as brat wants a text beside every `.ann`. */
async function* bratMembers(
  all: AsyncIterable<Article>,
  { codebooks }: Source,
): AsyncGenerator<ArchiveMember> {
  const definitions = codebooks.map(({ definition }) => definition);
  yield { path: "annotation.conf", contents: bratConfiguration(definitions) };
  for await (const { id, layers } of all) {
    for (const layer of layers) {
      const { ann, txt } = toBrat(layer, definitions);
      yield { path: `${layer.annotator}/${id}.ann`, contents: ann };
      yield { path: `${layer.annotator}/${id}.txt`, contents: txt };
    }
  }
}

/** Named as in the corpus itself: the labels of an annotator, and the texts once. */
async function* ptcMembers(all: AsyncIterable<Article>): AsyncGenerator<ArchiveMember> {
  for await (const { id, layers } of all) {
    const [first] = layers;
    if (!first) continue;
    yield { path: `articles/article${id}.txt`, contents: new JointText(first.article).index.text };
    for (const layer of layers) {
      const path = `${layer.annotator}/article${id}.task-flc-tc.labels`;
      yield { path, contents: toPtc(layer) };
    }
  }
}

async function* conllMembers(all: AsyncIterable<Article>): AsyncGenerator<ArchiveMember> {
  for await (const { id, language, layers } of all) {
    for (const layer of layers) {
      const { annotator, codebook } = layer;
      const tags = codebook.families.flatMap((family) =>
        family.tags.map((tag) => ({ familyId: family.id, id: tag.id })),
      );
      const contents = toConll(layer, { annotator, language, tags });
      yield { path: `${annotator}/${id}.conll`, contents };
    }
  }
}

/** What the files have beside text is described in one of its own, which goes first. */
async function* uimaMembers(
  all: AsyncIterable<Article>,
  { codebooks, scope }: Source,
): AsyncGenerator<ArchiveMember> {
  const known = new Set(codebooks.flatMap(({ definition }) => attributeIds(definition)));
  const own = [...known].filter((id) => scope.hasNotes || !isNote(id));
  yield { path: "typesystem.xml", contents: uimaTypeSystem(own) };
  for await (const { id, language, layers } of all) {
    for (const layer of layers) {
      const contents = toUimaCas(layer, { language, attributeIds: own });
      yield { path: `${layer.annotator}/${id}.json`, contents };
    }
  }
}
