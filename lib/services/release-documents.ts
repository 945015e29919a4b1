import "server-only";

import type { FrozenFile } from "../db/release-files";
import type { SnapshotCodebook } from "../db/release-snapshot";
import { methodsSentence } from "../domain/agreement/methods-sentence";
import { checkMjs } from "../domain/releases/check-mjs";
import { checkPy } from "../domain/releases/check-py";
import { citationFile } from "../domain/releases/citation";
import { croissantFile } from "../domain/releases/croissant";
import { dataPackageFile } from "../domain/releases/datapackage";
import { datasheetFile } from "../domain/releases/datasheet";
import type { PackageKind } from "../domain/releases/manifest";
import { readmeFile } from "../domain/releases/readme";
import { reattachPy } from "../domain/releases/reattach-py";
import type { ReleaseFacts, ReleaseIdentity } from "../domain/releases/release-facts";
import type { ReleaseData } from "./release-data";
import { inArchiveOrder } from "./release-package";
import type { ReleaseWriter } from "./release-writer";

type About = {
  identity: Omit<ReleaseIdentity, "hasTexts">;
  facts: ReleaseFacts;
  codebooks: readonly SnapshotCodebook[];
  data: ReleaseData;
};

/** Freezes what explains and checks the data, for both packages. Comes last: it lists the rest. */
export async function writeDocuments(writer: ReleaseWriter, about: About): Promise<void> {
  const { facts, codebooks } = about;
  const versions = codebooks.map(({ number, definition }) => ({ number, definition }));
  const codebook = `${JSON.stringify({ versions }, null, 2)}\n`;
  const shared = [await writer.add("both", "codebook.json", codebook)];
  const citation = citationFile({ ...about.identity, hasTexts: true }, facts);
  await writer.add("both", "CITATION.cff", citation);
  await writer.add("both", "check.py", checkPy);
  await writer.add("both", "check.mjs", checkMjs);
  await writer.add("text_free", "reattach.py", reattachPy);
  await writePackage(writer, about, "full", shared);
  await writePackage(writer, about, "text_free", shared);
}

async function writePackage(
  writer: ReleaseWriter,
  { identity, facts, codebooks, data }: About,
  kind: PackageKind,
  shared: readonly FrozenFile[],
): Promise<void> {
  const self = { ...identity, hasTexts: kind === "full" };
  const resources = data.tables.map(({ resource }) => resource);
  const tables = data.tables.map(({ resource, full, textFree }) => ({
    resource,
    file: kind === "full" ? full : textFree,
  }));
  const { report } = data;
  const basis = {
    ...{ nArticles: report.nArticles, nAnnotators: report.nAnnotators, draws: report.draws },
    codebookVersion: codebooks.at(-1)?.number ?? 0,
    softwareVersion: identity.softwareVersion,
  };
  const agreement = report.families.map((figure) => methodsSentence(figure, basis));
  await writer.add(kind, "README.md", readmeFile(self, facts, resources, data.rows));
  await writer.add(kind, "datasheet.md", datasheetFile(self, facts, codebooks, agreement));
  await writer.add(kind, "datapackage.json", dataPackageFile(self, facts, tables, shared));
  await writer.add(kind, "croissant.json", croissantFile(self, facts, tables));
  const sums = inArchiveOrder(writer.files, kind).map(({ sha256, path }) => `${sha256}  ${path}\n`);
  await writer.add(kind, "SHA256SUMS", sums.join(""));
}
