/**
 * For how long a reviewer counts as looking at a disagreement after they last said so: long enough
 * to miss two of the browser's calls, short enough not to mislead.
 */
export const lookingMs = 30_000;
