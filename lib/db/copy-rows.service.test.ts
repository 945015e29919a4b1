import fc from "fast-check";
import { afterAll, expect, it } from "vitest";

import { inBulkTransaction } from "./bulk";
import { CopyRows } from "./copy-rows";
import { disconnect } from "./client";

afterAll(disconnect);

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const text = fc.string({ unit: "binary" }).map((value) => value.replaceAll("\0", " "));
const row = fc.record({
  words: maybe(text),
  id: maybe(fc.uuid()),
  number: maybe(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
  key: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  flag: fc.boolean(),
  day: maybe(
    fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }),
  ),
  facts: maybe(fc.dictionary(text, text)),
  bytes: fc.uint8Array(),
});

it("PostgreSQL reads back what was written", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (all) => {
      const rows = new CopyRows(9);
      for (const [at, one] of all.entries()) {
        rows.row().int(at).text(one.words).uuid(one.id).int(one.number).bigint(one.key);
        rows.boolean(one.flag).date(one.day).jsonb(one.facts).bytea(one.bytes);
      }
      const found = await inBulkTransaction("parts", async ({ bulk }) => {
        await bulk.query(
          `CREATE TEMPORARY TABLE copied (at int, words text, id uuid, number int, key bigint,
             flag boolean, day date, facts jsonb, bytes bytea) ON COMMIT DROP`,
          [],
        );
        await bulk.copy("copied", rows);
        return bulk.query<{ day: string | null }>(
          `SELECT words, id, number, key::text, flag, to_char(day, 'YYYY-MM-DD') AS day, facts,
             encode(bytes, 'hex') AS bytes FROM copied ORDER BY at`,
          [],
        );
      });
      const written = all.map(({ day, key, bytes, ...one }) => ({
        ...one,
        key: key.toString(),
        day: day === null ? null : day.toISOString().slice(0, 10),
        bytes: Buffer.from(bytes).toString("hex"),
      }));
      expect(found).toEqual(written);
    }),
    { numRuns: 50 },
  );
});

it("a value is whole wherever more room is needed in its midst", () => {
  const nRows = 6000;
  for (let shift = 0; shift < 44; shift++) {
    const rows = new CopyRows(4)
      .row()
      .bytea(new Uint8Array(shift))
      .int(0)
      .bigint(0n)
      .boolean(false);
    for (let n = 1; n < nRows; n++) rows.row().int(n).bigint(BigInt(n)).boolean(true).int(-n);
    const bytes = rows.end();
    // Two bytes that end all, then rows of 35 bytes from the last one back.
    for (let n = nRows - 1, at = bytes.length - 2 - 35; n > 0; n--, at -= 35) {
      const found = [
        ...[bytes.readInt32BE(at + 6), Number(bytes.readBigInt64BE(at + 14))],
        ...[bytes.readUInt8(at + 26), bytes.readInt32BE(at + 31)],
      ];
      if (found.join() !== [n, n, 1, -n].join()) expect(found).toEqual([n, n, 1, -n]);
    }
  }
});

it("refused rows leave an error, and no row", async () => {
  const copied = inBulkTransaction("parts", async ({ bulk }) => {
    await bulk.query("CREATE TEMPORARY TABLE copied (words text NOT NULL) ON COMMIT DROP", []);
    await bulk.copy("copied", new CopyRows(1).row().text("one").row().text(null));
  });
  await expect(copied).rejects.toMatchObject({ code: "23502" });
});
