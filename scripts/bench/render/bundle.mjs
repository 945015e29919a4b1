import { readFileSync } from "node:fs";
import path from "node:path";

import tailwind from "@tailwindcss/postcss";
import { build } from "esbuild";
import postcss from "postcss";

const pageFolder = path.resolve("scripts/bench/render/page");
const entries = { plain: "plain.ts", slantwise: "slantwise.tsx", recogito: "recogito.ts" };

/** The pages' scripts and styles by path, as a production build would have them. */
export async function bundlePages({ isMinified = true } = {}) {
  const css = path.resolve("app/globals.css");
  const styles = await postcss([tailwind({ optimize: true })]).process(readFileSync(css, "utf8"), {
    from: css,
  });
  const { outputFiles } = await build({
    stdin: {
      contents: styles.css,
      loader: "css",
      resolveDir: path.resolve("app"),
      sourcefile: "article.css",
    },
    bundle: true,
    write: false,
    minify: true,
    outdir: "/",
    entryNames: "article",
    assetNames: "[name]",
    loader: { ".woff2": "file" },
    logLevel: "error",
  });
  const scripts = await build({
    entryPoints: Object.entries(entries).map(([out, file]) => ({
      in: path.join(pageFolder, file),
      out,
    })),
    alias: { "@": path.resolve(".") },
    bundle: true,
    write: false,
    minify: isMinified,
    format: "esm",
    jsx: "automatic",
    target: "es2023",
    define: { "process.env.NODE_ENV": '"production"' },
    outdir: "/",
    logLevel: "error",
  });
  const files = [...outputFiles, ...scripts.outputFiles].map(({ path: name, contents }) => [
    name.replace("/stdin", "/article"),
    contents,
  ]);
  return new Map(files);
}

export const renderers = Object.keys(entries);
