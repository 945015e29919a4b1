import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

import { EmbeddedPgError } from "./embedded-pg-error.mjs";

const isRoot = process.platform !== "win32" && process.getuid() === 0;

// PostgreSQL refuses uid 0. No system user is created; in order:
//   owner of an existing data directory > EMBEDDED_PG_UID > owner of the project folder (sudo, bind mounts) > nobody.
// Where that uid cannot reach the files (project under /root, mode 0700), a user namespace is used instead.
function can(uid, gid, p, bits) {
  // may uid/gid do `bits` (4 r, 1 x) on p and pass every parent?
  const ok = (f, b) => {
    const s = fs.statSync(f);
    const sh = s.uid === uid ? 6 : s.gid === gid ? 3 : 0;
    return ((s.mode >> sh) & b) === b;
  };
  for (let d = path.dirname(p); ; d = path.dirname(d)) {
    if (!ok(d, 1)) return false;
    if (d === path.dirname(d)) break;
  }
  return bits === 0 || ok(p, bits);
}
export function pickIdentity({ dir, cluster, bin }) {
  if (!isRoot) return { kind: "self" };
  let uid, gid;
  const owner = (p) => {
    try {
      const s = fs.statSync(p);
      return s.uid ? [s.uid, s.gid] : undefined;
    } catch {
      return undefined;
    }
  };
  const env = process.env.EMBEDDED_PG_UID && [
    Number(process.env.EMBEDDED_PG_UID),
    Number(process.env.EMBEDDED_PG_GID ?? process.env.EMBEDDED_PG_UID),
  ];
  const existing = fs.existsSync(cluster) ? (owner(cluster) ?? "root") : undefined;
  const pick = existing ??
    env ??
    owner(path.dirname(dir)) ??
    owner(process.cwd()) ?? [65534, 65534];
  if (pick !== "root") {
    [uid, gid] = pick;
    if (can(uid, gid, path.join(bin, "postgres"), 5) && can(uid, gid, dir, 0))
      return { kind: "uid", uid, gid };
  }
  const probe = spawnSync("unshare", [
    "--user",
    "--map-user=65534",
    "--map-group=65534",
    "--",
    path.join(bin, "postgres"),
    "--version",
  ]);
  if (probe.status === 0 && (existing === undefined || existing === "root"))
    return { kind: "userns" };
  throw new EmbeddedPgError(
    `Running as root, and PostgreSQL must not. Uid ${uid ?? 65534} cannot reach ${dir} or ${bin} (is the project under /root?). ` +
      `Run the app as a normal user, move it to a folder others can enter (for example /srv or /opt), or set DATABASE_URL.`,
  );
}
