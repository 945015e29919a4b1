import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import fsp from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import { chownTree, tail } from "./files.mjs";

const WIN = process.platform === "win32";

export function explainExit(code) {
  if (WIN && (code === 3221225781 || code === -1073741515))
    return "a DLL is missing: install the Microsoft Visual C++ Redistributable (x64), https://aka.ms/vs/17/release/vc_redist.x64.exe";
  if (code === 127)
    return "a shared library is missing, or this Linux has no glibc (Alpine): set DATABASE_URL instead";
  return `exit code ${code}`;
}

/** Runs the server's tools as the chosen user. */
export function createRunner({ dir, bin, id }) {
  const own = (p) => (id.kind === "uid" ? fsp.chown(p, id.uid, id.gid) : undefined);
  const env = { ...process.env, LC_ALL: "C", LC_MESSAGES: "C", TZ: "UTC" };
  for (const k of Object.keys(env)) if (/^PG/.test(k)) delete env[k]; // PGDATA, PGPORT... of the user must not leak in
  function run(tool, args, { input } = {}) {
    let cmd = path.join(bin, WIN ? `${tool}.exe` : tool);
    if (id.kind === "userns") {
      args = ["--user", "--map-user=65534", "--map-group=65534", "--", cmd, ...args];
      cmd = "unshare";
    }
    return new Promise((res, rej) => {
      const out = path.join(os.tmpdir(), `pg-${process.pid}-${randomBytes(4).toString("hex")}.log`);
      const fd = fs.openSync(out, "wx", 0o600); // a file, not a pipe: the server that pg_ctl leaves behind would hold the pipe open
      const p = spawn(cmd, args, {
        env,
        cwd: dir,
        windowsHide: true,
        detached: !WIN, // own session: the terminal's Ctrl-C must reach the app first
        stdio: [input === undefined ? "ignore" : "pipe", fd, fd],
        ...(id.kind === "uid" ? { uid: id.uid, gid: id.gid } : {}),
      });
      fs.closeSync(fd);
      if (input !== undefined) p.stdin.end(input);
      const done = () => {
        const t = tail(out, 40);
        fs.rmSync(out, { force: true });
        return t;
      };
      p.once("error", (e) => {
        done();
        rej(e);
      });
      p.once("exit", (code) => res({ code, out: done() }));
    });
  }

  // For a uid without a passwd entry (`docker run --user 12345`): as root by way of nobody, else in a user namespace.
  async function asNamedUser(fn, inputs, result) {
    const saved = { ...id };
    if (id.kind === "uid") {
      Object.assign(id, { uid: 65534, gid: 65534 });
      await own(dir);
      for (const p of inputs) await chownTree(p, 65534, 65534);
      try {
        return await fn();
      } finally {
        Object.assign(id, saved);
        await own(dir);
        if (fs.existsSync(result)) await chownTree(result, id.uid, id.gid);
      }
    }
    id.kind = "userns";
    try {
      return await fn();
    } finally {
      Object.assign(id, saved);
    }
  }

  return { run, own, asNamedUser };
}
