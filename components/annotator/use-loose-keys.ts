import { useEffect, useEffectEvent } from "react";

/** A key that went down, as React or the browser tells it. */
export type KeyStroke = Pick<
  KeyboardEvent,
  "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "target" | "defaultPrevented"
> & { preventDefault: () => void };

/** Keys that go down while nothing has the focus, as when a page has just been opened. */
export function useLooseKeys(onKey: (event: KeyStroke) => void): void {
  const handle = useEffectEvent(onKey);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.target === document.body) handle(event);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
