import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import { unzipSync } from "fflate";

import type { Actor } from "../../domain/access/actor";
import type { PackageKind } from "../../domain/releases/manifest";
import { openReleasePackage } from "../release-downloads";

export type Unpacked = {
  bytes: Uint8Array;
  sha256: string;
  folder: string;
  paths: string[];
  textOf: (path: string) => string;
};

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Downloads a package and unpacks it into a folder of its own. */
export async function unpackRelease(
  actor: Actor,
  projectId: string,
  releaseId: string,
  kind: PackageKind = "full",
): Promise<Unpacked> {
  const { body } = await openReleasePackage(actor, projectId, releaseId, kind);
  const bytes = new Uint8Array(await new Response(body).arrayBuffer());
  const files = unzipSync(bytes);
  const folder = mkdtempSync(path.join(tmpdir(), "release-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  const textOf = (name: string) => {
    const content = files[name];
    if (!content) throw new RangeError(`no ${name}`);
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
  };
  return { bytes, sha256: sha256(bytes), folder, paths: Object.keys(files), textOf };
}

const checks = { "check.py": "python3", "check.mjs": process.execPath, "reattach.py": "python3" };

/** Runs one of the package's own scripts in its folder. @returns its exit code and what it said */
export async function runScript(
  { folder }: Pick<Unpacked, "folder">,
  script: keyof typeof checks,
  args: readonly string[] = [],
): Promise<{ code: number; output: string }> {
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: "1" };
  const options = { cwd: folder, env };
  try {
    const ran = await promisify(execFile)(checks[script], [script, ...args], options);
    return { code: 0, output: ran.stdout + ran.stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}
