/** Who is asking, from a live session. Only the session and background jobs make one. */
export type Actor = { userId: string };
