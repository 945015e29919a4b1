import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";

const channelName = "slantwise-handed-in";

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
