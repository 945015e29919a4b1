import { CodePointIndex } from "../text/code-points";
import { prefixOf, suffixOf } from "./csv-cells";
import { withoutLinks } from "../spans/links";
import { type ExportedLayer, exportedLinks } from "./exported-span";

/**
 * A layer as annotations of the W3C model. The target's source is `urn:x-article:` and the
 * article's key, beside it what other projects know the article by; a fragment names the segment, refined by position (code points) and quote within
 * it. Attributes are a body of their own, as JSON. A link is a body with the purpose linking, whose
 * source is the other annotation and whose `linkKind`, of our context, says which link it is.
 */
export function webAnnotationsOf(layer: ExportedLayer, creator?: string): object[] {
  const { key, known, article, spans } = layer;
  const links = exportedLinks(layer);
  const texts = {
    title: new CodePointIndex(article.title),
    body: new CodePointIndex(article.body),
  };
  return spans.map(({ id, segment, start, end, quote, tagId, ...span }, at) => {
    const attributes = withoutLinks(span.attributes);
    const linking = links
      .filter(({ from }) => from === at)
      .map(({ kind, to }) => ({
        ...{ type: "SpecificResource", purpose: "linking", linkKind: kind },
        source: `urn:uuid:${spans[to]?.id ?? ""}`,
      }));
    const index = texts[segment];
    const context = { prefix: prefixOf(index, start), suffix: suffixOf(index, end) };
    const described = {
      ...{ type: "TextualBody", purpose: "describing", format: "application/json" },
      value: JSON.stringify(attributes),
    };
    return {
      ...{ id: `urn:uuid:${id}`, type: "Annotation", motivation: "tagging" },
      ...(creator === undefined ? {} : { creator: { type: "Person", name: creator } }),
      body: [
        { type: "TextualBody", purpose: "tagging", value: tagId },
        ...(Object.keys(attributes).length > 0 ? [described] : []),
        ...linking,
      ],
      target: {
        source: `urn:x-article:${encodeURIComponent(key)}`,
        ...known,
        selector: {
          ...{ type: "FragmentSelector", value: segment },
          refinedBy: [
            { type: "TextPositionSelector", start, end },
            { type: "TextQuoteSelector", exact: quote, ...context },
          ],
        },
      },
    };
  });
}

const ownTerms = Object.fromEntries(
  ["linkKind", "externalId", "sha256"].map((term) => [term, `urn:x-slantwise:${term}`]),
);
const contexts = ["http://www.w3.org/ns/anno.jsonld", ownTerms];

/** What stands before, between and after the annotations of a page, so that it can be streamed. */
export const annotationPage = {
  before: (id: string) =>
    `{"@context":${JSON.stringify(contexts)},"id":${JSON.stringify(id)},"type":"AnnotationPage","items":[\n`,
  between: ",\n",
  after: "\n]}\n",
};

/** The layer alone as an annotation page. */
export function toWebAnnotations(layer: ExportedLayer, creator?: string): string {
  const items = webAnnotationsOf(layer, creator).map((one) => JSON.stringify(one));
  const { before, between, after } = annotationPage;
  return before(`urn:x-article:${encodeURIComponent(layer.key)}`) + items.join(between) + after;
}
