import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";

/**
 * An article that is handed in can be marked in no tab any more: those that show it as well read it
 * anew, like this one.
 * @returns what tells that this tab has handed it in
 */
export function useHandingIn(assignmentId: string): () => void {
  const router = useRouter();
  const channel = useRef<BroadcastChannel | null>(null);
  const readAnew = useEffectEvent((id: unknown) => {
    if (id === assignmentId) router.refresh();
  });

  useEffect(() => {
    const mine = new BroadcastChannel("slantwise-handed-in");
    mine.onmessage = ({ data }) => readAnew(data);
    channel.current = mine;
    return () => mine.close();
  }, []);

  return () => {
    channel.current?.postMessage(assignmentId);
    router.refresh();
  };
}
