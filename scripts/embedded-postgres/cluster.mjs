import { randomBytes } from "node:crypto";
import fsp from "node:fs/promises";
import path from "node:path";

import { EmbeddedPgError } from "./embedded-pg-error.mjs";
import { newPassword, syncDir, writeAtomic } from "./files.mjs";
import { explainExit } from "./runner.mjs";

/** Making and configuring the data folder. */
export function createCluster({ dir, cluster, secretFile, settings }, { run, own, asNamedUser }) {
  // initdb works in a scratch folder that is renamed when complete: a killed first start leaves nothing half made.
  async function initCluster() {
    for (const f of await fsp.readdir(dir))
      if (f.startsWith("init-")) await fsp.rm(path.join(dir, f), { recursive: true, force: true });
    const scratch = path.join(dir, `init-${randomBytes(4).toString("hex")}`);
    const secret = { superPassword: newPassword(), user: "app", password: newPassword() };
    const pw = path.join(dir, `init-pw-${randomBytes(4).toString("hex")}`);
    await fsp.writeFile(pw, secret.superPassword + "\n", { mode: 0o600 });
    await own(pw);
    try {
      const initArgs = [
        "-D",
        scratch,
        "-U",
        "postgres",
        `--pwfile=${pw}`,
        "--auth-local=scram-sha-256",
        "--auth-host=scram-sha-256",
        "-E",
        "UTF8",
        "--no-locale",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--data-checksums",
        "--no-instructions",
        "--no-sync",
      ];
      let r = await run("initdb", initArgs);
      if (r.code !== 0 && /could not look up effective user ID/.test(r.out)) {
        // initdb (unlike the server) wants a name in /etc/passwd for its uid
        await fsp.rm(scratch, { recursive: true, force: true });
        r = await asNamedUser(() => run("initdb", initArgs), [pw], scratch);
      }
      if (r.code !== 0)
        throw new EmbeddedPgError(`initdb failed (${explainExit(r.code)}):\n${r.out}`);
      await fsp.appendFile(
        path.join(scratch, "postgresql.conf"),
        "\ninclude_if_exists = 'embedded.conf'\n",
      );
      await fsp.writeFile(
        path.join(scratch, "pg_hba.conf"),
        "# written by the app: this machine only, always with a password\n" +
          "local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n",
      );
      for (const f of ["postgresql.conf", "pg_hba.conf"]) await own(path.join(scratch, f));
      // everything above, our edits included, reaches the disk before the folder gets its final name: a power cut
      // in the first minute otherwise leaves a postgresql.conf that ends in zero bytes
      const sync = () => run("initdb", ["--sync-only", "-D", scratch]);
      r = await sync();
      if (r.code !== 0 && /could not look up effective user ID/.test(r.out))
        r = await asNamedUser(sync, [scratch], scratch);
      if (r.code !== 0)
        throw new EmbeddedPgError(`initdb --sync-only failed (${explainExit(r.code)}):\n${r.out}`);
      await writeAtomic(secretFile, JSON.stringify(secret, null, 2) + "\n");
      await fsp.rename(scratch, cluster);
      await syncDir(dir);
      await syncDir(path.dirname(dir));
    } finally {
      await fsp.rm(pw, { force: true });
      await fsp.rm(scratch, { recursive: true, force: true });
    }
    return secret;
  }
  async function writeConf(port) {
    const conf = {
      listen_addresses: "127.0.0.1",
      port,
      unix_socket_directories: "",
      max_connections: 60,
      shared_buffers: "64MB",
      io_method: "sync",
      max_wal_senders: 0,
      wal_level: "minimal",
      // A large import would come to several checkpoints, each of which slows down whatever is saved.
      max_wal_size: "2GB",
      // Else a save has to wait until all is on the disk that an import wrote in the last 200 ms.
      wal_writer_delay: "10ms",
      fsync: "on",
      synchronous_commit: "on",
      full_page_writes: "on",
      password_encryption: "scram-sha-256",
      log_timezone: "UTC",
      timezone: "UTC",
      lc_messages: "C",
      log_min_messages: "warning",
      ...(process.platform === "darwin" ? { wal_sync_method: "fsync_writethrough" } : {}),
      ...settings,
    };
    const f = path.join(cluster, "embedded.conf");
    await writeAtomic(
      f,
      Object.entries(conf)
        .map(([k, v]) => `${k} = '${String(v).replaceAll("'", "''")}'`)
        .join("\n") + "\n",
    );
    await own(f);
  }
  async function resetPasswords() {
    // secret file lost: the owner of the files may set new ones (single-user mode)
    const secret = { superPassword: newPassword(), user: "app", password: newPassword() };
    const single = () =>
      run("postgres", ["--single", "-D", cluster, "postgres"], {
        input: `ALTER ROLE postgres PASSWORD '${secret.superPassword}'\n`,
      });
    let r = await single();
    if (r.code !== 0 && /could not look up effective user ID/.test(r.out))
      r = await asNamedUser(single, [cluster], cluster);
    if (r.code !== 0) throw new EmbeddedPgError(`Could not reset the database password:\n${r.out}`);
    await writeAtomic(secretFile, JSON.stringify(secret, null, 2) + "\n");
    return secret;
  }

  return { initCluster, writeConf, resetPasswords };
}
