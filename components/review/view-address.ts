import type { InboxView } from "@/lib/contracts/review";

/** What a view says, in one order whoever made it, as an address's query has it. */
export function viewQuery(view: InboxView): Record<string, string> {
  const given = Object.entries(view)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, String(value)] as const);
  return Object.fromEntries(given.sort(([a], [b]) => a.localeCompare(b)));
}

/**
 * A view as an address's query, which a disagreement that is opened from it takes along. `status`
 * is always there, for an inbox without one shows what is open.
 */
export function viewAddress({ status, ...rest }: InboxView, more: Record<string, string> = {}) {
  return `?${new URLSearchParams({ status: status ?? "", ...viewQuery(rest), ...more })}`;
}

const byDefault = viewAddress({ status: "open" });

/** The same to be put after a path, where the inbox as it is at first needs none. */
export function viewSuffix(view: InboxView): string {
  const address = viewAddress(view);
  return address === byDefault ? "" : address;
}
