/** What the sentence of a problem names, so that it can be said in other words or another language. */
export type Facts = Readonly<Record<string, string | number>>;

/** Why something may not be: a stable code, a sentence for callers of the API, and its facts. */
export type Problem<Code extends string = string> = { code: Code; detail: string; facts: Facts };

/** A problem as it was stored or sent; those from before there were facts have none. */
export type KeptProblem = Omit<Problem, "facts"> & { facts?: Facts | undefined };
