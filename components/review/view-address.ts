import type { InboxView } from "@/lib/contracts/review";

/**
 * A view as an address's query, which a disagreement that is opened from it takes along. `status`
 * is always there, for an inbox without one shows what is open.
 */
export function viewAddress({ status, ...rest }: InboxView, more: Record<string, string> = {}) {
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  return `?${new URLSearchParams({ status: status ?? "", ...Object.fromEntries(given), ...more })}`;
}

const byDefault = viewAddress({ status: "open" });

/** The same to be put after a path, where the inbox as it is at first needs none. */
export function viewSuffix(view: InboxView): string {
  const address = viewAddress(view);
  return address === byDefault ? "" : address;
}
