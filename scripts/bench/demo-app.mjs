import { readFileSync } from "node:fs";
import path from "node:path";

import { startSlantwise } from "../testing/servers.mjs";
import { Session } from "./session.mjs";

/** The production app with its demo project in a fresh data folder, and a way to sign in. */
export async function startDemoApp(name) {
  const app = await startSlantwise(name, { DEMO: "1" });
  const accounts = path.join(app.dataDir, "demo-accounts.json");
  const { password } = JSON.parse(readFileSync(accounts, "utf8"));
  return {
    ...app,
    signIn: (role) => new Session(app.url).signIn(`${role}@demo.local`, password),
  };
}
