import type { ReleaseFacts, ReleaseIdentity } from "./release-facts";

/** `CITATION.cff` (Citation File Format 1.2.0); who the authors are is left to the project. */
export function citationFile(
  { number, createdAt, projectId, softwareVersion }: ReleaseIdentity,
  { projectName }: ReleaseFacts,
): string {
  // A JSON string is a YAML string too.
  const text = (value: string) => JSON.stringify(value);
  return `cff-version: 1.2.0
message: "If you use this dataset, please cite it as below."
type: dataset
title: ${text(projectName)}
version: "${number}"
date-released: ${createdAt.slice(0, 10)}
# OPEN: name the people, and choose a licence before you publish.
authors:
  - name: ${text(`The annotators and editors of ${projectName}`)}
identifiers:
  - type: other
    value: "urn:uuid:${projectId}"
    description: "The project in Slantwise ${softwareVersion}"
`;
}
