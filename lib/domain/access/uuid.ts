import { AppError } from "../errors";

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return form.test(text);
}

/** `text` if it can be an id. @throws {AppError} not_found: an address that cannot exist does not. */
export function requireUuid(text: string): string {
  if (!form.test(text)) {
    throw new AppError("not_found", "There is nothing at this address.", {
      reason: "nothing_here",
    });
  }
  return text.toLowerCase();
}
