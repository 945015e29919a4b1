import type { Agreement } from "@/lib/contracts/agreement";

/** Agreement of each family over the articles of a week or codebook version. */
export type TrendPoint = Omit<Agreement["weeks"][number], "week"> & { name: string };
