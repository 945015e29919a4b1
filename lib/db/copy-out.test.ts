import { PassThrough } from "node:stream";

import fc from "fast-check";
import type pg from "pg";
import { expect, it } from "vitest";

import { CopyOut } from "./copy-out";

function message(code: string, body: Uint8Array): Buffer {
  const header = Buffer.alloc(5);
  header.write(code, "latin1");
  header.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([header, body]);
}

/** Lets a COPY read what a database would send. */
async function read(sent: readonly Buffer[]) {
  const socket = new PassThrough();
  const handedToPg: Buffer[] = [];
  const copy = new CopyOut("COPY t TO STDOUT");
  socket.on("data", (bytes: Buffer) => {
    handedToPg.push(bytes);
    if (bytes[0] === "E".charCodeAt(0)) copy.handleError(new Error("the disk is full"));
  });
  const asked: string[] = [];
  copy.submit({
    stream: socket,
    query: (text: string) => asked.push(text),
  } as never as pg.Connection);
  for (const bytes of sent) socket.write(bytes);
  const pieces: Buffer[] = [];
  let failure: string | null = null;
  try {
    for await (const piece of copy) pieces.push(piece as Buffer);
  } catch (error) {
    failure = (error as Error).message;
  }
  socket.end();
  await new Promise((resolve) => socket.once("close", resolve));
  const [data, rest] = [pieces, handedToPg].map((all) => Buffer.concat(all).toString("latin1"));
  return { asked, data, rest, failure };
}

/** Cuts anywhere. */
function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const ends = [...new Set(places.map((place) => place % bytes.length))].sort((a, b) => a - b);
  return [0, ...ends].map((from, n) => Buffer.from(bytes.subarray(from, ends[n])));
}

const row = fc.oneof(
  fc.uint8Array({ maxLength: 10 }),
  fc.uint8Array({ minLength: 300, maxLength: 900, size: "max" }),
);
const rows = fc.array(row, { maxLength: 30 });
const cuts = fc.array(fc.nat(20_000), { maxLength: 60 });
const start = message("H", Buffer.from([0, 0, 1, 0, 0]));
const notice = message("N", Buffer.from("SNOTICE\0\0"));
const textOf = (all: readonly Uint8Array[]) => Buffer.concat(all).toString("latin1");

it("hands over the rows as they are, however they are cut, and leaves the end to pg", async () => {
  await fc.assert(
    fc.asyncProperty(rows, cuts, async (given, places) => {
      const end = [message("c", Buffer.alloc(0)), message("C", Buffer.from("COPY 1\0"))];
      const data = given.flatMap((row) => [message("d", row), notice]);
      const all = Buffer.concat([start, ...data, ...end]);
      const { asked, ...got } = await read(cut(all, places));
      expect(asked).toEqual(["COPY t TO STDOUT"]);
      expect(got).toEqual({ data: textOf(given), rest: textOf(end), failure: null });
    }),
  );
});

it("fails with what pg makes of an error, behind the rows that came before it", async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      const error = message("E", Buffer.from("SERROR\0\0"));
      const data = given.map((row) => message("d", row));
      const got = await read([Buffer.concat([start, ...data]), error]);
      expect(got).toMatchObject({ rest: textOf([error]), failure: "the disk is full" });
    }),
  );
});
