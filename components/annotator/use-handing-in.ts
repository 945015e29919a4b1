import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";

import type { SaveState } from "@/lib/client/use-outbox";

const channelName = "slantwise-handed-in";

/** What another device has handed in is refused here, and no longer shown as if it could be marked. */
export function useHandedInElsewhere(state: SaveState, isSubmitted: boolean): void {
  const router = useRouter();
  const isClosed = state.refused.some(({ answer }) => answer.problem?.code === "not_editable");
  useEffect(() => {
    if (isClosed && !isSubmitted) router.refresh();
  }, [isClosed, isSubmitted, router]);
}

/**
 * An article that is handed in can be marked in no tab any more: those that show it as well read it
 * anew, like this one.
 * @returns what tells that this tab has handed it in
 */
export function useHandingIn(assignmentId: string): () => void {
  const router = useRouter();
  const readAnew = useEffectEvent((id: unknown) => {
    if (id === assignmentId) router.refresh();
  });

  useEffect(() => {
    const channel = new BroadcastChannel(channelName);
    channel.onmessage = ({ data }) => readAnew(data);
    return () => channel.close();
  }, []);

  return () => {
    router.refresh();
    // The screen may have been left before the answer came, and its own channel with it.
    const channel = new BroadcastChannel(channelName);
    channel.postMessage(assignmentId);
    channel.close();
  };
}
