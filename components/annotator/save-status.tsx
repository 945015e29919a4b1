import type { SaveState } from "@/lib/client/use-outbox";

function changes(count: number): string {
  return count === 1 ? "1 change" : `${count} changes`;
}

/** How far the work is, in words that are never ahead of the truth. */
export function saveWords({ nWaiting, nUnwritten, failure, refused }: SaveState): string {
  if (failure === "no_storage") return "This browser gives no storage: changes can't be kept";
  if (nUnwritten > 0) return "Saving…";
  if (nWaiting === 0) {
    return refused.length > 0
      ? `${changes(refused.length)} could not be saved`
      : "All changes saved";
  }
  const kept = `${changes(nWaiting)} on this device`;
  switch (failure) {
    case "offline":
      return `No connection: ${kept}, waiting to be saved`;
    case "signed_out":
      return `Signed out: ${kept}. Sign in again to save`;
    case "other_user":
      return `Somebody else is signed in: ${kept}`;
    case "server":
      return `The server has trouble: ${kept}, trying again`;
    case null:
      return `Saving: ${kept}`;
  }
}

export function SaveStatus({ state }: { state: SaveState }) {
  const isFine = state.nWaiting === 0 && state.refused.length === 0;
  const look = isFine ? "text-success" : state.failure ? "text-danger" : "text-muted";
  return (
    <p role="status" aria-label="Save state" className={`text-sm font-medium ${look}`}>
      {saveWords(state)}
    </p>
  );
}
