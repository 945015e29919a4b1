import boundaries from "eslint-plugin-boundaries";
import tseslint from "typescript-eslint";

// Who may import whom. A folder may always import itself.
const mayImport = {
  app: ["components", "contracts", "domain", "server", "services", "ui"],
  components: ["client", "contracts", "domain", "ui"],
  ui: [],
  services: ["contracts", "db", "domain", "server"],
  jobs: ["contracts", "db", "domain", "server", "services"],
  server: ["db", "domain"],
  db: ["domain"],
  client: ["contracts", "domain"],
  contracts: ["domain"],
  domain: [],
  e2e: ["contracts", "db", "domain"],
};

// What each folder is for decides which packages it may not touch.
const react = [
  "react",
  "react/*",
  "react-dom",
  "react-dom/*",
  "next",
  "next/*",
  "next-auth",
  "next-auth/*",
];
const prisma = ["@prisma/*", "**/generated/*", "**/generated"];
const node = ["node:*", "fs", "path", "crypto"];
// components/ui/link.tsx asks for nothing ahead.
const link = ["next/link"];
const ban = (files, ...patterns) => ({
  files,
  ignores: ["**/*.test.ts"],
  rules: { "no-restricted-imports": ["error", { patterns: patterns.map((group) => ({ group })) }] },
});

const everywhere = [
  {
    selector: "ExpressionStatement[directive='use server']",
    message: "There are no server actions: a write is a route under /api/v1.",
  },
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: "Imported text is text, never HTML.",
  },
  {
    selector: "MemberExpression[property.name=/^\\$(queryRawUnsafe|executeRawUnsafe)$/]",
    message: "Use the tagged $queryRaw, which binds its values.",
  },
];
const inDomain = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: "Take the time as an argument.",
};
const inRoutes = {
  selector:
    "ExportNamedDeclaration > FunctionDeclaration, ExportNamedDeclaration VariableDeclarator[id.name=/^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/]:not([init.callee.name='route'])",
  message: "Wrap handlers in route(): it authenticates, validates and maps errors.",
};
const inE2e = {
  selector: "MemberExpression[property.name='waitForTimeout']",
  message: "Wait for what the user would see, not for a time.",
};

// Screens whose every word is in components/messages. The product's name is the same everywhere.
const translated = ["app/**/*.tsx", "components/**/*.tsx"];
const readAttribute =
  "JSXAttribute[name.name=/^(label|title|hint|placeholder|description|aria-label|aria-description|intro|alt)$/]";
const hasLetters = "[value=/\\p{L}/u]";
const inScreens = [
  `JSXText${hasLetters}:not([value=/^\\s*Slantwise\\s*$/])`,
  `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > Literal${hasLetters}`,
  `${readAttribute} > Literal${hasLetters}`,
  `${readAttribute} > JSXExpressionContainer > Literal${hasLetters}`,
  `${readAttribute} > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=/\\p{L}/u]`,
].map((selector) => ({ selector, message: "What people read comes from the catalogue." }));

export default tseslint.config(
  {
    ignores: [
      ".next/**",
      ".tmp/**",
      ".data/**",
      "test-results/**",
      "lib/db/generated/**",
      "next-env.d.ts",
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { boundaries },
    settings: {
      "import/resolver": { typescript: { alwaysTryTypes: true } },
      "boundaries/elements": [
        { type: "ui", pattern: "components/ui" },
        { type: "components", pattern: "components" },
        { type: "app", pattern: "app" },
        { type: "e2e", pattern: "e2e" },
        ...["domain", "contracts", "db", "services", "server", "jobs", "client"].map((type) => ({
          type,
          pattern: `lib/${type}`,
        })),
      ],
    },
    rules: {
      "boundaries/dependencies": [
        "error",
        {
          default: "disallow",
          policies: Object.entries(mayImport).map(([from, to]) => ({
            from: { element: { type: from } },
            allow: { to: { element: { types: { anyOf: [from, ...to] } } } },
          })),
        },
      ],
      // A guard that is called without await guards nothing.
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false } },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/ban-ts-comment": "error",
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "no-restricted-syntax": ["error", ...everywhere],
    },
  },
  {
    files: ["scripts/**/*.mjs", "prisma/**/*.mjs"],
    rules: {
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  ban(["lib/domain/**", "lib/contracts/**"], react, prisma, node),
  ban(["lib/client/**", "components/**"], prisma, node, ["next-auth", "next-auth/jwt"], link),
  ban(["components/ui/link.tsx"], prisma, node, ["next-auth", "next-auth/jwt"]),
  ban(["app/**", "lib/services/**", "lib/server/**", "lib/jobs/**", "e2e/**"], prisma, link),
  {
    files: ["lib/domain/**"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        "process",
        "crypto",
        "window",
        "document",
        "fetch",
        "localStorage",
      ],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "Take the time as an argument." },
        { object: "Math", property: "random", message: "Take a random source as an argument." },
      ],
      "no-restricted-syntax": ["error", ...everywhere, inDomain],
    },
  },
  {
    files: ["app/**/route.ts"],
    ignores: ["app/api/auth/**"],
    rules: { "no-restricted-syntax": ["error", ...everywhere, inRoutes] },
  },
  {
    files: translated,
    // It stands when even the provider of the catalogue has failed.
    ignores: ["**/*.test.tsx", "app/global-error.tsx"],
    rules: { "no-restricted-syntax": ["error", ...everywhere, ...inScreens] },
  },
  { files: ["e2e/**"], rules: { "no-restricted-syntax": ["error", ...everywhere, inE2e] } },
);
