import type { SaveState } from "@/lib/client/use-outbox";

function changes(count: number): string {
  return count === 1 ? "1 change" : `${count} changes`;
}

/** How far the work is, in words that are never ahead of the truth. */
export function saveWords(state: SaveState): string {
  const { isRead, nWaiting, nUnwritten, failure, refused, nSaved, savedAt } = state;
  if (failure === "no_storage") return "This browser gives no storage: changes can't be kept";
  if (nUnwritten > 0) return "Saving…";
  if (!isRead) return "Looking for unsaved changes…";
  if (nWaiting === 0) {
    if (refused.length > 0) {
      return `${changes(refused.length)} ${refused.length === 1 ? "needs" : "need"} you: not saved`;
    }
    if (nSaved === 0 || !savedAt) return "All changes saved";
    const clock = savedAt.toLocaleTimeString("en-GB");
    return nSaved === 1 ? `1 change saved, ${clock}` : `All ${nSaved} changes saved, ${clock}`;
  }
  const kept = `${changes(nWaiting)} on this device`;
  switch (failure) {
    case "offline":
      return `No connection: ${kept}, waiting to be saved`;
    case "signed_out":
      return `Signed out: ${kept}. Sign in again to save`;
    case "other_user":
      return `Somebody else is signed in: ${kept}`;
    case "no_access":
      return `You may not change this article any more: ${kept}`;
    case "server":
      return `The server has trouble: ${kept}, trying again`;
    case null:
      return `Saving: ${kept}`;
  }
}

export function SaveStatus({ state }: { state: SaveState }) {
  const isFine = state.isRead && state.nWaiting === 0 && state.refused.length === 0;
  const look = isFine ? "text-success" : state.failure ? "text-danger" : "text-muted";
  return (
    <p role="status" aria-label="Save state" className={`text-sm font-medium ${look}`}>
      {saveWords(state)}
    </p>
  );
}
