import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import { hasNobody, loadDemo, openDatabase, prepareDatabase } from "./database.mjs";
import { buildApp, checkNode, generateClient, installDependencies } from "./prepare.mjs";
import { keepWorker, spawnApp, waitUntilHealthy } from "./serve.mjs";
import { assertPortFree, readSecret, readSettings } from "./settings.mjs";
import { StartError } from "./start-error.mjs";
import { step } from "./step.mjs";

/** Everything `npm start` does, from a bare clone to a served app. Resolves with the exit code. */
export async function runSlantwise({ isDev }) {
  checkNode();
  const settings = readSettings();
  const { port, host, dataDir } = settings;
  await assertPortFree(host, port);
  process.stdout.write("Slantwise is starting\n");
  await step("dependencies", installDependencies);
  await step("database client", generateClient);
  if (!isDev) await step("build", buildApp);

  let database;
  let app;
  let worker;
  const stop = async () => {
    await Promise.all([app?.stop(), worker?.stop()]);
    await database?.stop();
  };
  const signal = onSignal();
  try {
    await step("database", async () => {
      database = await openDatabase(dataDir);
      return database.isEmbedded ? "bundled PostgreSQL" : "from DATABASE_URL";
    });
    const env = {
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      PORT: String(port),
      NEXTAUTH_URL: settings.url,
      NEXTAUTH_SECRET: readSecret(dataDir),
    };
    await step("migrations", () => prepareDatabase(database.url));
    if (database.isEmbedded && settings.isDemoWanted && (await hasNobody(database.url))) {
      await step("demo", () => loadDemo(env));
    }
    if (signal.code !== null) return signal.code;
    app = spawnApp({ host, port, isDev, env });
    worker = keepWorker({ isDev, env });
    await step("app", () => Promise.race([waitUntilHealthy({ host, port }, app), signal.asked]));
    if (signal.code === null) announce(settings);
    return await Promise.race([
      signal.asked,
      app.exited.then(() => Promise.reject(new StartError("The app stopped unexpectedly."))),
      database.lost.then((error) => Promise.reject(error)),
    ]);
  } finally {
    await stop();
  }
}

/** The first signal asks to stop, in order; later ones don't cut that short. */
function onSignal() {
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
  const state = { code: null, asked: null };
  state.asked = new Promise((resolve) => {
    for (const [name, code] of Object.entries(codes)) {
      process.on(name, () => {
        state.code ??= code;
        resolve(code);
      });
    }
  });
  return state;
}

function announce({ url, dataDir }) {
  const lines = ["", `Slantwise is ready at ${url}`];
  const file = path.join(dataDir, "demo-accounts.json");
  if (existsSync(file)) {
    const { password, accounts } = JSON.parse(readFileSync(file, "utf8"));
    lines.push("Demo accounts, all with one password:");
    lines.push(...accounts.map(({ email, role }) => `  ${email.padEnd(26)} ${role}`));
    lines.push(`  password: ${password}`);
  }
  lines.push("Ctrl-C stops the app and its database.", "");
  process.stdout.write(lines.join("\n"));
}
