/** Why the embedded database can't serve, in words for whoever started it. */
export class EmbeddedPgError extends Error {}
