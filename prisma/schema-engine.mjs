#!/usr/bin/env node
// Prisma's CLI talks JSON-RPC over stdio to a native "schema engine" that it downloads. This script answers the
// same calls with the WebAssembly engine from npm, so that every `prisma migrate` command works with no download.
// prisma.config.ts names this file in PRISMA_SCHEMA_ENGINE_BINARY.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";

import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

// The adapter doesn't know Postgres's internal "char" type (OID 18), which the engine's catalogue queries return.
// Disguise it as "char"[] (OID 1002), which the adapter maps to CharacterArray, and undo that in `characters()`.
const disguise = (result) => {
  for (const field of result?.fields ?? []) if (field.dataTypeID === 18) field.dataTypeID = 1002;
  return result;
};
const query = pg.Client.prototype.query;
pg.Client.prototype.query = function (...args) {
  const callback = args.at(-1);
  if (typeof callback === "function")
    args[args.length - 1] = (error, result) => callback(error, disguise(result));
  const out = query.apply(this, args);
  return out?.then ? out.then(disguise) : out;
};
function characters(adapter) {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (sql) => {
    const result = await queryRaw(sql);
    result.columnTypes = result.columnTypes.map((t) =>
      t === ColumnTypeEnum.CharacterArray ? ColumnTypeEnum.Character : t,
    );
    return result;
  };
  // The stock version cuts a script at every semicolon, also inside a function's body.
  adapter.executeScript = async (script) => {
    try {
      await adapter.client.query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return adapter;
}

// Separate fields, not a connection string: a string would override the shadow database's name.
function connection(url) {
  const u = new URL(url);
  return {
    host: decodeURIComponent(u.hostname),
    port: Number(u.port || 5432),
    user: decodeURIComponent(u.username),
    password: decodeURIComponent(u.password),
    database: u.pathname.slice(1),
  };
}

class MigrationAdapter extends PrismaPg {
  constructor(url) {
    super(connection(url));
    this.url = url;
  }
  async connect() {
    return characters(await super.connect());
  }
  // The stock version drops the shadow database while its own pool is still connected.
  async connectToShadowDb() {
    const admin = await this.connect();
    const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    await admin.executeScript(`CREATE DATABASE "${database}"`);
    const shadow = characters(await new PrismaPg({ ...connection(this.url), database }).connect());
    const end = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await end();
      await admin.executeScript(`DROP DATABASE "${database}" WITH (FORCE)`);
      await admin.dispose();
    };
    return shadow;
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { datamodels: { type: "string", multiple: true }, datasource: { type: "string" } },
});
const url = values.datasource ? JSON.parse(values.datasource).url : process.env.DATABASE_URL;
if (positionals[0] === "cli") process.exit(0); // can-connect-to-database, create-database: ours already exists

const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
const wasm = createRequire(import.meta.url)
  .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
  .replace("_bg.js", "_bg.wasm");
const { instance } = await WebAssembly.instantiate(readFileSync(wasm), {
  "./schema_engine_bg.js": glue,
});
glue.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();
globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  set_message: (message) => process.stderr.write(`${message}\n`),
};

const datamodels = values.datamodels?.map((path) => [path, readFileSync(path, "utf8")]);
const engine = await glue.SchemaEngine.new(
  { datamodels },
  () => {},
  bindMigrationAwareSqlAdapterFactory(new MigrationAdapter(url)),
);
const send = (message) =>
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

for await (const line of createInterface({ input: process.stdin })) {
  if (!line.trim()) continue;
  const { id, method, params } = JSON.parse(line);
  if (!method) continue; // the CLI's answer to our `print`
  try {
    const result = await engine[method](params);
    if (result?.stdout)
      send({ id: 1_000_000 + id, method: "print", params: { content: result.stdout } });
    send({ id, result: result ?? null });
  } catch (error) {
    const message = String(error.message);
    send({
      id,
      error: {
        code: 4466,
        message,
        data: { is_panic: false, message, error_code: error.code, meta: error.meta },
      },
    });
  }
}
process.exit(0);
