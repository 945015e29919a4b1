import "server-only";

import { describeError, log } from "../server/log";

// A body is asked for at once, or never: of HEAD only the headers are sent.
const startMs = 10_000;
const stallMs = 120_000;

/**
 * Chunks as a response body, at the reader's pace. A reader that leaves, or takes nothing for two
 * minutes, ends the work behind it. A failure breaks the body off: a file that is short never
 * looks complete.
 */
export function toBody(
  chunks: AsyncGenerator<Uint8Array>,
  abort: () => void,
): ReadableStream<Uint8Array> {
  let timer: NodeJS.Timeout | undefined;
  let isGivenUp = false;
  const giveUp = () => {
    isGivenUp = true;
    clearTimeout(timer);
    abort();
  };
  const watch = (controller: ReadableStreamDefaultController<Uint8Array>, ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      controller.error(new Error("Nobody reads the export."));
      giveUp();
    }, ms).unref();
  };
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => watch(controller, startMs),
      async pull(controller) {
        clearTimeout(timer);
        try {
          const next = await chunks.next();
          if (next.done) return controller.close();
          controller.enqueue(next.value);
          watch(controller, stallMs);
        } catch (error) {
          if (!isGivenUp) log("error", "export.failed", describeError(error));
          giveUp();
          throw error;
        }
      },
      cancel: giveUp,
    },
    { highWaterMark: 0 },
  );
}
