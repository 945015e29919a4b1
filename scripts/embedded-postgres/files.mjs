import { randomBytes } from "node:crypto";
import fs from "node:fs";
import fsp from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { EmbeddedPgError } from "./embedded-pg-error.mjs";

const WIN = process.platform === "win32";
export const HEARTBEAT_MS = 2000;

export const freePort = () =>
  new Promise((res, rej) => {
    const s = net.createServer().once("error", rej);
    s.listen(0, "127.0.0.1", () => {
      const { port } = s.address();
      s.close(() => res(port));
    });
  });
export const newPassword = () => randomBytes(24).toString("base64url");
export async function writeAtomic(file, text, mode = 0o600) {
  const tmp = `${file}.${process.pid}.tmp`;
  const h = await fsp.open(tmp, "w", mode);
  try {
    await h.writeFile(text);
    await h.sync();
  } finally {
    await h.close();
  }
  await fsp.rename(tmp, file);
  await syncDir(path.dirname(file));
}
export async function syncDir(d) {
  if (WIN) return; // no such thing there
  const h = await fsp.open(d, "r");
  try {
    await h.sync();
  } finally {
    await h.close();
  }
}
export const readJson = async (f) => {
  try {
    return JSON.parse(await fsp.readFile(f, "utf8"));
  } catch (e) {
    if (e.code === "ENOENT") return undefined;
    throw e;
  }
};
export const mtime = async (f) => {
  try {
    return (await fsp.stat(f)).mtimeMs;
  } catch {
    return 0;
  }
};
export function tail(file, n = 15) {
  try {
    return fs.readFileSync(file, "utf8").trimEnd().split("\n").slice(-n).join("\n");
  } catch {
    return "";
  }
}
// Who we are, as far as PostgreSQL's own pid check can see: another container or host is another namespace.
export const NAMESPACE = (() => {
  let ns = "";
  try {
    ns = fs.readlinkSync("/proc/self/ns/pid");
  } catch {
    /* not Linux */
  }
  return `${os.hostname()} ${ns}`.trim();
})();

// A lock that needs no pid (pids repeat in containers): a folder whose mtime its holder keeps fresh.
export async function withLock(file, fn, timeoutMs = 90_000) {
  const end = Date.now() + timeoutMs;
  let seen = 0,
    since = Date.now();
  for (;;) {
    try {
      await fsp.mkdir(file);
      break;
    } catch (e) {
      if (e.code !== "EEXIST") throw e;
    }
    const m = await mtime(file);
    if (m !== seen) {
      seen = m;
      since = Date.now();
    } else if (Date.now() - since > 3 * HEARTBEAT_MS) {
      // holder died; spread out, so that two waiters do not both take over
      await sleep(Math.random() * 400);
      if ((await mtime(file)) === seen) await fsp.rmdir(file).catch(() => {});
      continue;
    }
    if (Date.now() > end)
      throw new EmbeddedPgError(
        `Another process has been starting or stopping the database for ${timeoutMs / 1000} s (lock ${file}).`,
      );
    await sleep(100);
  }
  const beat = setInterval(() => {
    const t = new Date();
    fs.utimes(file, t, t, () => {});
  }, HEARTBEAT_MS / 2);
  try {
    return await fn();
  } finally {
    clearInterval(beat);
    await fsp.rmdir(file).catch(() => {});
  }
}

export async function chownTree(p, uid, gid) {
  await fsp.lchown(p, uid, gid);
  const st = await fsp.lstat(p);
  if (st.isDirectory())
    for (const f of await fsp.readdir(p)) await chownTree(path.join(p, f), uid, gid);
}
