const only = (from, ...allowed) => ({
  name: `${from.replace("lib/", "")}-imports`,
  severity: "error",
  from: { path: `^${from}/`, pathNot: "\\.test\\.tsx?$" },
  to: { path: "^(app|components|lib|e2e)/", pathNot: [from, ...allowed].map((p) => `^${p}/`) },
});

module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      severity: "error",
      from: {
        orphan: true,
        pathNot:
          "(page|layout|route|error|not-found)\\.tsx?$|\\.config|\\.test\\.|^e2e/|^proxy\\.ts$|\\.d\\.ts$",
      },
      to: {},
    },
    only("lib/domain"),
    only("lib/contracts", "lib/domain"),
    only("lib/client", "lib/contracts", "lib/domain"),
    only("lib/db", "lib/domain"),
    only("lib/server", "lib/db", "lib/domain"),
    only("lib/services", "lib/server", "lib/db", "lib/contracts", "lib/domain"),
    only("lib/jobs", "lib/services", "lib/server", "lib/db", "lib/contracts", "lib/domain"),
    only("components/ui"),
    only("components", "lib/client", "lib/contracts", "lib/domain"),
    only("app", "components", "lib/services", "lib/server", "lib/contracts", "lib/domain"),
    {
      name: "prisma-only-in-db",
      severity: "error",
      from: { pathNot: "^lib/db/" },
      to: { path: "^node_modules/@prisma|^lib/db/generated" },
    },
    {
      name: "domain-is-pure",
      severity: "error",
      from: { path: "^lib/domain/", pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["npm", "npm-dev", "core"] },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.next|^lib/db/generated/.*" },
  },
};
