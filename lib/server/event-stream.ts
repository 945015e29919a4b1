import "server-only";

const encoder = new TextEncoder();

export type EventStream = {
  send: (event: unknown) => void;
  close: () => void;
};

type Begin = (stream: EventStream) => () => void;

/**
 * Server-sent events: `begin` sends whenever it likes and returns what to do at the end, which is
 * when the reader leaves or `close` is called. A comment line now and then shows that it is alive.
 */
export function eventStream(begin: Begin, heartbeatMs: number): ReadableStream<Uint8Array> {
  let end: () => void = () => undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      let isOpen = true;
      let stopped: () => void = () => undefined;
      const write = (text: string) => {
        if (isOpen) controller.enqueue(encoder.encode(text));
      };
      const heartbeat = setInterval(() => write(": alive\n\n"), heartbeatMs);
      end = () => {
        if (!isOpen) return;
        isOpen = false;
        clearInterval(heartbeat);
        stopped();
      };
      const close = () => {
        if (!isOpen) return;
        end();
        controller.close();
      };
      // The browser tries again this soon after a connection ends.
      write("retry: 500\n\n");
      const stop = begin({
        send: (event) => write(`data: ${JSON.stringify(event)}\n\n`),
        close,
      });
      if (isOpen) stopped = stop;
      else stop();
    },
    cancel: () => end(),
  });
}
