/** Who is asking, from a live session or token. Only these and background jobs make one. */
export type Actor = { userId: string };
