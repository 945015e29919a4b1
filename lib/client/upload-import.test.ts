import { createHash } from "node:crypto";

import { afterEach, describe, expect, it, vi } from "vitest";

import { importPartBytes } from "@/lib/contracts/imports";
import { uploadImport } from "./upload-import";

const sha256 = (...parts: Buffer[]) => createHash("sha256").update(Buffer.concat(parts)).digest();
const part = (letter: string) => Buffer.alloc(importPartBytes, letter);
const choices = { dryRun: false, partial: false };

type Answer = { status: number; body: object };
/** Answers requests in their order. @returns what was asked */
function answering(answers: readonly Answer[]) {
  const asked: { path: string; body: unknown }[] = [];
  vi.stubGlobal("fetch", (path: string, { body }: { body?: unknown }) => {
    const answer = answers[asked.length];
    asked.push({ path, body: typeof body === "string" ? JSON.parse(body) : body });
    if (!answer) throw new Error(`nobody answers ${path}`);
    const { status } = answer;
    const type = status === 200 ? "application/json" : "application/problem+json";
    const headers = { "Content-Type": type };
    return Promise.resolve(new Response(JSON.stringify(answer.body), { status, headers }));
  });
  return asked;
}

const item = (id: string, nReceived: number, state = "uploading") => ({
  ...{ status: 200, body: { id, nReceived, state } },
});
const conflict = (reason: string) => ({
  ...{ status: 409, body: { code: "conflict", detail: "No.", status: 409, reason } },
});
const send = (blob: Blob) =>
  uploadImport("p", { name: "a.csv", blob }, choices, {
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });

describe("an upload in parts", () => {
  afterEach(() => void vi.unstubAllGlobals());

  it("proves what it goes on with by a hash of every part that it skips", async () => {
    const parts = [part("a"), part("b"), Buffer.from("c")];
    const nBytes = 2 * importPartBytes + 1;
    const asked = answering([item("i", 2 * importPartBytes), item("i", nBytes, "queued")]);
    expect(await send(new Blob(parts))).toMatchObject({ state: "queued" });
    const first = sha256(part("a"));
    expect(asked[0]?.body).toMatchObject({ beginning: first.toString("hex"), nBytes, anew: false });
    const before = sha256(first, part("b")).toString("hex");
    expect(asked[1]?.path).toBe(
      `/api/v1/projects/p/imports/i/parts?at=${String(2 * importPartBytes)}&before=${before}`,
    );
  });

  it.each(["upload_differs", "upload_complete"])("begins anew on %s, once", async (reason) => {
    const refused = [item("i", importPartBytes), conflict(reason)];
    const nBytes = importPartBytes + 1;
    const blob = new Blob([part("a"), "b"]);
    const asked = answering([
      ...refused,
      ...[item("j", 0), item("j", importPartBytes), item("j", nBytes, "queued")],
    ]);
    expect(await send(blob)).toMatchObject({ id: "j", state: "queued" });
    expect(asked[2]?.body).toMatchObject({ anew: true });
    expect(asked[3]?.path).toMatch(/\/imports\/j\/parts\?at=0$/);
    answering([...refused, ...refused]);
    await expect(send(blob)).rejects.toMatchObject({ reason });
  });
});
