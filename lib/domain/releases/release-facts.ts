type Tally = Readonly<Record<string, number>>;

/** What the written parts of a release state about its project. */
export type ReleaseFacts = {
  projectName: string;
  annotatorsPerArticle: number;
  articles: {
    n: number;
    /** Later versions of an article, with a text or title that people corrected. */
    corrected: number;
    outlets: number;
    from: string | null;
    to: string | null;
    /** In code points. */
    shortest: number | null;
    longest: number | null;
  };
  languages: Tally;
  /** Layers by status. */
  layers: Tally;
  work: {
    from: string | null;
    to: string | null;
    /** People under whose pseudonym layers are submitted. */
    annotators: number;
    /** Layers handed in whose work was brought in from files, all of it or a part. */
    imported: number;
    /** People who handed in other layers than those; what follows on reading is of these layers. */
    readers: number;
    /** Layers handed in with nothing found. */
    empty: number;
    /** Layers handed in whose reader didn't see the outlet before; others did, or it isn't known. */
    outletHidden: number;
    outletShown: number;
    activeSeconds: number;
  };
  /** Spans of submitted layers by family. */
  families: Tally;
  /** Gold spans by outcome. */
  gold: Tally;
};

/** What a release is called in its own files. */
export type ReleaseIdentity = {
  projectId: string;
  number: number;
  note: string | null;
  /** ISO 8601 in UTC. */
  createdAt: string;
  softwareVersion: string;
  /** Whether the articles' texts are part of it. */
  hasTexts: boolean;
  /** Whether what people wrote in their own words is. */
  hasNotes: boolean;
};

/** A file of a release as others describe it. */
export type ReleasePath = { path: string; sha256: string; nBytes: number };

/** One number per line of a list: "a: 3, b: 4", or "none". */
export function describeTally(tally: Tally): string {
  const parts = Object.entries(tally).map(([key, n]) => `${key}: ${n}`);
  return parts.length > 0 ? parts.join(", ") : "none";
}

export function totalOf(tally: Tally): number {
  return Object.values(tally).reduce((sum, n) => sum + n, 0);
}
