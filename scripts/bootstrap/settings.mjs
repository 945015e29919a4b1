import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";

import { StartError } from "./start-error.mjs";

/** What the environment asks for, with defaults. See .env.example. */
export function readSettings(env = process.env) {
  const port = Number(env.PORT ?? "3000");
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new StartError(`PORT is “${env.PORT}”: set it to a number from 1 to 65535.`);
  }
  const isDemoWanted = env.DEMO !== "0";
  return {
    port,
    dataDir: path.resolve(env.DATA_DIR ?? ".data"),
    isDemoWanted,
    host: "127.0.0.1",
    url: env.NEXTAUTH_URL ?? `http://127.0.0.1:${port}`,
  };
}

/** The secret that signs sessions: from the environment, else made once and kept for the owner only. */
export function readSecret(dataDir, env = process.env) {
  if (env.NEXTAUTH_SECRET) return env.NEXTAUTH_SECRET;
  const file = path.join(dataDir, "nextauth-secret");
  mkdirSync(dataDir, { recursive: true });
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  }
  return readFileSync(file, "utf8").trim();
}

/** @throws {StartError} when something listens on the port already */
export function assertPortFree(host, port) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", (error) => {
      const reason =
        error.code === "EADDRINUSE"
          ? `Port ${port} is taken: stop what uses it, or choose another with PORT=${port + 1} npm start.`
          : `Port ${port} can't be used (${error.code}): choose another with PORT=8080 npm start.`;
      reject(new StartError(reason));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
