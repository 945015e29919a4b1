import { fileURLToPath } from "node:url";

import { defineConfig } from "prisma/config";

// The CLI would download a native engine; this one comes from npm and answers the same calls.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
  new URL("./prisma/schema-engine.mjs", import.meta.url),
);

const url = process.env.DATABASE_URL;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  // Generating the client needs no database.
  ...(url ? { datasource: { url } } : {}),
});
