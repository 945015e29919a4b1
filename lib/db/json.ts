import type { Prisma } from "./generated/client";

/** A JSON column as the type that was validated before it was stored. */
export function fromJson<Value>(value: Prisma.JsonValue): Value {
  return value as unknown as Value;
}

/** A validated value for a JSON column. */
export function toJson(value: unknown): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue;
}
