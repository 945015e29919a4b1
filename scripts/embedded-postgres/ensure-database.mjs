import fs from "node:fs";
import fsp from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import pg from "pg";

import { ensureExecutable, hydrateSymlinks, nativeDir } from "./binaries.mjs";
import { createCluster } from "./cluster.mjs";
import { EmbeddedPgError } from "./embedded-pg-error.mjs";
import { HEARTBEAT_MS, mtime, NAMESPACE, readJson, withLock } from "./files.mjs";
import { pickIdentity } from "./identity.mjs";
import { createRunner } from "./runner.mjs";
import { createServer } from "./server.mjs";

// application_name of the one connection that every attached process keeps
const LEASE = "app-lease";

/**
 * Starts, or attaches to, the PostgreSQL that comes from npm.
 * Survives kill -9 of app or server, a lost secret, a taken port and a stale lock; works as root.
 * The last process to call `stop` stops the server.
 * @returns {Promise<{url: string, port: number, reused: boolean, stop: () => Promise<{stopped: boolean}>, lost: Promise<Error>}>}
 */
export async function ensureDatabase({
  dir = ".data/postgres",
  database = "slantwise",
  log = () => {},
  settings = {},
} = {}) {
  dir = path.resolve(dir);
  const cluster = path.join(dir, "cluster");
  const logFile = path.join(dir, "postgres.log");
  const secretFile = path.join(path.dirname(dir), `${path.basename(dir)}-secret.json`); // outside what the server may read
  const beatFile = path.join(path.dirname(dir), `${path.basename(dir)}-in-use`);
  const lockFile = path.join(path.dirname(dir), `${path.basename(dir)}-lock`);
  const native = nativeDir();
  const bin = path.join(native, "bin");
  hydrateSymlinks(native);
  ensureExecutable(bin);
  await fsp.mkdir(path.dirname(dir), { recursive: true });
  await fsp.mkdir(dir, { recursive: true, mode: 0o700 });

  const id = pickIdentity({ dir, cluster, bin });
  const place = { dir, cluster, logFile, secretFile, bin, id, settings, log };
  const runner = createRunner(place);
  const { run, own } = runner;
  const { initCluster, writeConf, resetPasswords } = createCluster(place, runner);
  const { connect, readPidFile, startServer } = createServer(place, runner, { writeConf });
  await own(dir);

  // Another container or host on the same volume: PostgreSQL's pid check cannot see it. Refuse while its mark keeps moving.
  async function refuseForeign() {
    const other = await readJson(beatFile).catch(() => undefined);
    if (!other || other.namespace === NAMESPACE) return;
    const first = await mtime(beatFile);
    for (let i = 0; i < (2.5 * HEARTBEAT_MS) / 250; i++) {
      await sleep(250);
      if ((await mtime(beatFile)) !== first)
        throw new EmbeddedPgError(
          `${dir} is in use by another machine or container (${other.namespace}). Two servers on one data directory would destroy it.`,
        );
    }
  }

  const state = await withLock(lockFile, async () => {
    await refuseForeign();
    let secret = await readJson(secretFile);
    if (!fs.existsSync(cluster)) {
      log("creating the database (first start)");
      secret = await initCluster();
    } else {
      const have = (await fsp.readFile(path.join(cluster, "PG_VERSION"), "utf8")).trim();
      const want = /(\d+)/.exec((await run("postgres", ["--version"])).out)?.[1];
      if (have !== want)
        throw new EmbeddedPgError(
          `${cluster} was made by PostgreSQL ${have}; the bundled one is ${want}. Export with the old version first, or install it again.`,
        );
      if (!secret) secret = await resetPasswords();
    }
    const { port, reused, admin } = await startServer(secret);
    try {
      const q = (s) => pg.escapeLiteral(s),
        i = (s) => pg.escapeIdentifier(s);
      const role = (await admin.query("select 1 from pg_roles where rolname = $1", [secret.user]))
        .rowCount;
      // not a superuser: an SQL injection must not become COPY ... TO PROGRAM. CREATEDB is for prisma's shadow database.
      if (!reused || !role)
        await admin.query(
          `${role ? "ALTER" : "CREATE"} ROLE ${i(secret.user)} LOGIN NOSUPERUSER CREATEDB PASSWORD ${q(secret.password)}`,
        );
      if (!(await admin.query("select 1 from pg_database where datname = $1", [database])).rowCount)
        await admin.query(`CREATE DATABASE ${i(database)} OWNER ${i(secret.user)}`);
    } finally {
      await admin.end();
    }
    const lease = await connect(port, secret.user, secret.password, "postgres", {
      application_name: LEASE,
      keepAlive: true,
    });
    await fsp.writeFile(beatFile, JSON.stringify({ namespace: NAMESPACE, pid: process.pid }), {
      mode: 0o600,
    });
    return { secret, port, reused, lease };
  });
  const { secret, port, reused, lease } = state;
  const beat = setInterval(() => {
    const t = new Date();
    fs.utimes(beatFile, t, t, () => {});
  }, HEARTBEAT_MS);
  beat.unref();

  let stopping;
  const lost = new Promise((r) =>
    lease.once("end", () => {
      if (!stopping) r(new EmbeddedPgError(`The database server went away; see ${logFile}`));
    }),
  );
  // The last process to leave stops the server; the lease connections say who is still there (they end with their process).
  function stop() {
    return (stopping ??= withLock(lockFile, async () => {
      clearInterval(beat);
      let others = 0;
      try {
        others = (
          await lease.query(
            "select count(*)::int n from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()",
            [LEASE],
          )
        ).rows[0].n;
      } catch {
        /* the server is gone already */
      }
      await lease.end().catch(() => {});
      if (others > 0) {
        log(`database left running for ${others} other process(es)`);
        return { stopped: false };
      }
      const r = await run("pg_ctl", ["stop", "-m", "fast", "-w", "-t", "60", "-D", cluster]);
      if (r.code !== 0 && (await readPidFile()))
        await run("pg_ctl", ["stop", "-m", "immediate", "-w", "-t", "10", "-D", cluster]);
      await fsp.rm(beatFile, { force: true });
      return { stopped: true };
    }));
  }
  const url = `postgresql://${secret.user}:${secret.password}@127.0.0.1:${port}/${database}`;
  log(
    `${reused ? "attached to" : "started"} PostgreSQL on 127.0.0.1:${port} (${dir}, ${id.kind === "self" ? "as this user" : id.kind === "uid" ? `as uid ${id.uid}` : "in a user namespace"})`,
  );
  return { url, port, reused, stop, lost, identity: id.kind, dir, external: false };
}
