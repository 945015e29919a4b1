import type { AttributeValue } from "../spans/span";
import { type CodePointIndex } from "../text/code-points";
import { sentences, tokensIn, trimBlankEnd } from "../text/words";
import { withoutLinks } from "../spans/links";
import { type ExportedLayer, exportedLinks } from "./exported-span";
import { JointText } from "./joint-text";

/** The span layer of INCEpTION's “basic annotation” projects, whose tag is the feature `label`. */
export const spanType = "custom.Span";
/** The relation layer of the same projects, from its governor to its dependent. */
export const relationType = "custom.Relation";
const segmentation = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type";
const metadata = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData";
const reserved = new Set(["label", "begin", "end", "sofa", "self"]);
export const annotation = "uima.tcas.Annotation";
export const text = "uima.cas.String";

/**
 * Writes a layer as UIMA CAS JSON 0.4 (apache/uima-uimaj-io-jsoncas) that INCEpTION opens: text
 * (title, an empty line, body), sentences, tokens, and spans of the layer `custom.Span` with the tag
 * as `label`. Offsets count UTF-16, as Java does. Attributes are features of type String: can't
 * hold whether a value was a number. Links are relations, whose `label` is their kind.
 * @param language of the article, BCP 47
 * @param attributeIds of all codebooks, so that an attribute is the same feature in every file
 */
export function toUimaCas(
  layer: ExportedLayer,
  { language, attributeIds }: { language: string; attributeIds: readonly string[] },
): string {
  const { article, spans, key } = layer;
  const joint = new JointText(article);
  const { index } = joint;
  const features = uimaFeatures(attributeIds);
  const parts = segments(index, language);
  const marks = spans.map(({ segment, start, end, tagId, attributes }) => {
    const place = joint.fromSegment(segment, { start, end });
    const range = { begin: index.toUtf16(place.start), end: index.toUtf16(place.end) };
    const own = asFeatures(withoutLinks(attributes), features);
    return { type: spanType, ...range, label: tagId, ...own };
  });
  const idOf = (at: number) => firstId + parts.length + at;
  const relations = exportedLinks(layer).map(({ kind, from, to }) => {
    // A relation stands where its dependent does.
    const { begin = 0, end = 0 } = marks[to] ?? {};
    const ends = { "@Governor": idOf(from), "@Dependent": idOf(to) };
    return { type: relationType, begin, end, label: kind, ...ends };
  });
  const structures = [...parts, ...marks, ...relations].map(({ type, ...rest }, at) => ({
    "%ID": at + firstId,
    "%TYPE": type,
    "@sofa": 1,
    ...rest,
  }));
  const whole = {
    ...{ "%ID": 2, "%TYPE": metadata, "@sofa": 1, begin: 0, end: index.text.length, language },
    ...{ documentId: key, documentTitle: key },
  };
  const sofa = {
    ...{ "%ID": 1, "%TYPE": "uima.cas.Sofa", sofaNum: 1, sofaID: "_InitialView" },
    ...{ mimeType: "text", sofaString: index.text },
  };
  const members = [2, ...structures.map((one) => one["%ID"])];
  return `${JSON.stringify({
    "%TYPES": typesOf([...features.values()], relations.length > 0),
    "%FEATURE_STRUCTURES": [sofa, whole, ...structures],
    "%VIEWS": { _InitialView: { "%SOFA": 1, "%MEMBERS": members } },
  })}\n`;
}

/** After those of the text and of what describes it. */
const firstId = 3;

function segments(index: CodePointIndex, language: string) {
  const found = sentences(index.text);
  const tokens = found.flatMap((sentence) => tokensIn(index.text, sentence, language));
  return [
    ...found.map(({ start, end }) => ({
      ...{ type: `${segmentation}.Sentence`, begin: start },
      end: start + trimBlankEnd(index.text.slice(start, end)).length,
    })),
    ...tokens.map(({ start, end }) => ({ type: `${segmentation}.Token`, begin: start, end })),
  ].filter(({ begin, end }) => begin < end);
}

/** Names that UIMA takes, by attribute; no two attributes get the same. */
export function uimaFeatures(ids: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const id of [...new Set(ids)].sort()) {
    const plain = id.replace(/[^A-Za-z0-9_]/g, "_");
    let name = reserved.has(plain) || !/^[A-Za-z]/.test(plain) ? `attr_${plain}` : plain;
    while ([...names.values()].includes(name)) name += "_";
    names.set(id, name);
  }
  return names;
}

function asFeatures(
  attributes: Readonly<Record<string, AttributeValue>>,
  names: ReadonlyMap<string, string>,
): Record<string, string> {
  const entries = Object.entries(attributes).map(([id, value]) => [names.get(id), String(value)]);
  return Object.fromEntries(entries) as Record<string, string>;
}

function typesOf(features: readonly string[], hasRelations: boolean) {
  const described = ["label", ...features].map((name) => [name, featureOf(name, text)]);
  return {
    [spanType]: {
      ...{ "%NAME": spanType, "%SUPER_TYPE": annotation },
      ...(Object.fromEntries(described) as object),
    },
    ...(hasRelations
      ? {
          [relationType]: {
            ...{
              "%NAME": relationType,
              "%SUPER_TYPE": annotation,
              label: featureOf("label", text),
            },
            Governor: featureOf("Governor", spanType),
            Dependent: featureOf("Dependent", spanType),
          },
        }
      : {}),
    [`${segmentation}.Sentence`]: bareType(`${segmentation}.Sentence`),
    [`${segmentation}.Token`]: bareType(`${segmentation}.Token`),
    [metadata]: {
      ...{ "%NAME": metadata, "%SUPER_TYPE": "uima.tcas.DocumentAnnotation" },
      documentTitle: featureOf("documentTitle", text),
      documentId: featureOf("documentId", text),
    },
  };
}

function featureOf(name: string, range: string) {
  return { "%NAME": name, "%RANGE": range };
}

function bareType(name: string) {
  return { "%NAME": name, "%SUPER_TYPE": annotation };
}
