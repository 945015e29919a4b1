import { annotation, relationType, spanType, text, uimaFeatures } from "./uima-cas-writer";

/**
 * The layers of the CAS files as a UIMA type system description. INCEpTION reads a file only if its
 * project has every feature that the file has; importing this description among the project's layers
 * gives it those. https://uima.apache.org/d/uimaj-current/references.html
 */
export function uimaTypeSystem(attributeIds: readonly string[]): string {
  const attributes = [...uimaFeatures(attributeIds)].map(([id, name]): Feature => {
    return { name, range: text, description: `Attribute ${id} of the codebook.` };
  });
  const label = { name: "label", range: text };
  const types = [
    typeOf(spanType, "A span; its label is the tag.", [
      { ...label, description: "Tag." },
      ...attributes,
    ]),
    typeOf(relationType, "A link from a governor to a dependent span.", [
      { ...label, description: "Kind of the link." },
      { name: "Governor", range: spanType, description: "Where the link begins." },
      { name: "Dependent", range: spanType, description: "Where it leads." },
    ]),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">',
    "  <name>Slantwise</name>",
    "  <types>",
    ...types,
    "  </types>",
    "</typeSystemDescription>",
    "",
  ].join("\n");
}

type Feature = { name: string; range: string; description: string };

function typeOf(name: string, description: string, features: readonly Feature[]): string {
  return [
    "    <typeDescription>",
    `      <name>${name}</name>`,
    `      <description>${escape(description)}</description>`,
    `      <supertypeName>${annotation}</supertypeName>`,
    "      <features>",
    ...features.map((feature) =>
      [
        "        <featureDescription>",
        `          <name>${feature.name}</name>`,
        `          <description>${escape(feature.description)}</description>`,
        `          <rangeTypeName>${feature.range}</rangeTypeName>`,
        "        </featureDescription>",
      ].join("\n"),
    ),
    "      </features>",
    "    </typeDescription>",
  ].join("\n");
}

function escape(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
