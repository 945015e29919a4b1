/** A package of a release as a whole; the hash is of `package.zip`. */
export type PackageSummary = { sha256: string; nBytes: number; nFiles: number };

/** What is listed of a release without reading its files. */
export type ReleaseManifest = {
  full: PackageSummary;
  textFree: PackageSummary;
  /** Records by CSV file, without the header. */
  rows: Readonly<Record<string, number>>;
};

/** Packages of a release: with the articles' texts, or without. */
export type PackageKind = "full" | "text_free";
