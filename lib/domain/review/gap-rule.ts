/** What a decision cites when no rule of the codebook settles it. */
export const gapRule = "GAP";
