import { mkdtempSync, statSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";

import { describe, expect, it } from "vitest";

import { assertPortFree, readSecret, readSettings } from "./settings.mjs";

describe("settings", () => {
  it("has defaults that need nothing", () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({ port: 3000, host: "127.0.0.1", isDemoWanted: true });
    expect(settings.url).toBe("http://127.0.0.1:3000");
  });

  it.each(["abc", "0", "65536", "1.5"])("says what a port is when it is given %s", (PORT) => {
    expect(() => readSettings({ PORT })).toThrow(/number from 1 to 65535/);
  });

  it("makes a secret once, for its owner only, and keeps it", () => {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), "slantwise-"));
    const secret = readSecret(dataDir, {});
    expect(secret.length).toBeGreaterThanOrEqual(43);
    expect(readSecret(dataDir, {})).toBe(secret);
    expect(readSecret(dataDir, { NEXTAUTH_SECRET: "own" })).toBe("own");
    if (process.platform !== "win32") {
      expect(statSync(path.join(dataDir, "nextauth-secret")).mode & 0o777).toBe(0o600);
    }
  });

  it("names a way out when the port is taken", async () => {
    const server = net.createServer();
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address();
    await expect(assertPortFree("127.0.0.1", port)).rejects.toThrow(`Port ${port} is taken`);
    await new Promise((resolve) => server.close(resolve));
    await expect(assertPortFree("127.0.0.1", port)).resolves.toBeUndefined();
  });
});
