import { spawnSync } from "node:child_process";
import fs from "node:fs";
import fsp from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import pg from "pg";

import { EmbeddedPgError } from "./embedded-pg-error.mjs";
import { freePort, tail } from "./files.mjs";
import { explainExit } from "./runner.mjs";

const WIN = process.platform === "win32";

/** Starting the server, or finding the one that runs already. */
export function createServer({ cluster, logFile, secretFile, log }, { run }, { writeConf }) {
  const connect = async (port, user, password, db = "postgres", extra = {}) => {
    const c = new pg.Client({
      host: "127.0.0.1",
      port,
      user,
      password,
      database: db,
      connectionTimeoutMillis: 5000,
      ...extra,
    });
    c.on("error", () => {});
    await c.connect();
    return c;
  };
  // postmaster.pid: 1 pid, 2 data dir, 3 start, 4 port, 5 socket dir, 6 listen addr, 7 shmem key, 8 status
  async function readPidFile() {
    try {
      const l = (await fsp.readFile(path.join(cluster, "postmaster.pid"), "utf8")).split("\n");
      return {
        pid: Math.abs(Number(l[0])),
        port: Number(l[3]),
        status: (l[7] ?? "").trim(),
        lines: l,
      };
    } catch (e) {
      if (e.code === "ENOENT") return undefined;
      throw e;
    }
  }
  const answersSignal = (pid) => {
    try {
      process.kill(pid, 0);
      return true;
    } catch (e) {
      return e.code === "EPERM";
    }
  };
  function alive(pid) {
    try {
      process.kill(pid, 0);
    } catch (e) {
      return e.code === "EPERM";
    }
    // an unreaped zombie still answers (containers whose pid 1 does not reap)
    try {
      return !/\) [ZX] /.test(fs.readFileSync(`/proc/${pid}/stat`, "utf8"));
    } catch {
      return true;
    }
  }
  function isPostgres(pid) {
    // best effort; undefined = cannot tell
    if (process.platform === "linux") {
      try {
        return /postgres/.test(fs.readFileSync(`/proc/${pid}/cmdline`, "utf8"));
      } catch (e) {
        return e.code === "ENOENT" ? false : undefined;
      }
    }
    const r = WIN
      ? spawnSync("tasklist", ["/FI", `PID eq ${pid}`, "/FO", "CSV", "/NH"], {
          encoding: "utf8",
          windowsHide: true,
        })
      : spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
    return r.error ? undefined : /postgres/i.test(r.stdout ?? "");
  }

  async function startServer(secret) {
    const before = await readPidFile();
    if (before) {
      if (alive(before.pid) && isPostgres(before.pid) !== false) {
        // a server of ours that an earlier process left running (crash of the app, or another process of the app)
        for (let i = 0; i < 120; i++) {
          const now = await readPidFile();
          if (!now) break; // it was shutting down and has finished
          try {
            const c = await connect(now.port, "postgres", secret.superPassword);
            return { port: now.port, reused: true, admin: c };
          } catch (e) {
            if (["28P01", "28000"].includes(e.code))
              throw new EmbeddedPgError(
                `PostgreSQL (pid ${now.pid}) is running in ${cluster} but refuses the password in ${secretFile}.`,
              );
            if (!alive(now.pid)) break;
            await sleep(500); // 57P03: starting up, recovering or shutting down
          }
        }
        const now = await readPidFile();
        if (now && alive(now.pid))
          throw new EmbeddedPgError(
            `PostgreSQL (pid ${now.pid}) holds ${cluster} but does not answer on port ${now.port}. See ${logFile}.`,
          );
      } else if (answersSignal(before.pid)) {
        // Unclean exit, and the pid now belongs to some other program (usual in containers). The file must not be deleted:
        // its shared memory line is how PostgreSQL sees orphaned backends. A pid that cannot exist keeps that check.
        log(`postmaster.pid names pid ${before.pid}, which is not PostgreSQL any more; continuing`);
        await fsp.writeFile(
          path.join(cluster, "postmaster.pid"),
          ["2147483646", ...before.lines.slice(1)].join("\n"),
        );
      }
    }
    let last = "";
    for (let attempt = 0; attempt < 5; attempt++) {
      const port = process.env.EMBEDDED_PG_PORT
        ? Number(process.env.EMBEDDED_PG_PORT)
        : await freePort();
      await writeConf(port);
      const size = fs.existsSync(logFile) ? fs.statSync(logFile).size : 0;
      if (size > 20e6) await fsp.rename(logFile, logFile + ".1");
      const r = await run("pg_ctl", ["start", "-w", "-t", "300", "-D", cluster, "-l", logFile]);
      if (r.code === 0)
        return {
          port,
          reused: false,
          admin: await connect(port, "postgres", secret.superPassword),
        };
      last = `pg_ctl start: ${explainExit(r.code)}\n${r.out}\n${tail(logFile)}`;
      if (!/Address already in use|could not bind|could not create any TCP/i.test(last)) break; // lost the race for the port: next
    }
    throw new EmbeddedPgError(`PostgreSQL did not start.\n${last}`);
  }

  return { connect, readPidFile, startServer };
}
