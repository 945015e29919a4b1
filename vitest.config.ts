import { fileURLToPath } from "node:url";

import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const alias = {
  "@": at("."),
  // Outside Next every file is on the server.
  "server-only": at("node_modules/server-only/empty.js"),
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: [
            "lib/**/*.test.{ts,tsx}",
            "components/**/*.test.{ts,tsx}",
            "scripts/**/*.test.mjs",
          ],
          exclude: ["**/*.service.test.ts"],
          // A worker reads every module once, and what a test sets in the environment ends with it.
          isolate: false,
          unstubEnvs: true,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "services",
          include: ["lib/**/*.service.test.ts", "prisma/**/*.service.test.ts"],
          // A worker reads every module once; its files share a database that is its alone.
          isolate: false,
          maxWorkers: 2,
          globalSetup: "lib/services/testing/worker-databases.ts",
          setupFiles: "lib/services/testing/use-worker-database.ts",
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
