import { inject } from "vitest";

const worker = Number(process.env.VITEST_POOL_ID);
const url = inject("workerUrls")[worker - 1];
if (!url) throw new Error(`Worker ${worker} has no database.`);
process.env.DATABASE_URL = url;
