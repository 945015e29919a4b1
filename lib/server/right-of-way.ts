import "server-only";

/** Under way in this process, with those who wait for one of them to end. */
const kept = globalThis as { slantwiseRequests?: { nUnderWay: number; heard: Set<() => void> } };

function requests() {
  return (kept.slantwiseRequests ??= { nUnderWay: 0, heard: new Set() });
}

/** Answers somebody who waits: what is long and gives way stops meanwhile. */
export async function withRightOfWay<Result>(answer: () => Promise<Result>): Promise<Result> {
  const now = requests();
  now.nUnderWay += 1;
  try {
    return await answer();
  } finally {
    now.nUnderWay -= 1;
    if (now.nUnderWay === 0) for (const go of now.heard) go();
  }
}

/** Of its time, a long download stands still for at most so much, however many others ask. */
const mostShare = 0.4;
const mostAtOnceMs = 100;

/**
 * For one long piece of work: a function to call between two steps of it, which waits while others
 * are being answered. They get the processor, and it ends a little later.
 */
export function givingWay(): () => Promise<void> {
  const begunMs = performance.now();
  let stoodMs = 0;
  return async () => {
    const now = requests();
    const fromMs = performance.now();
    const leftMs = (fromMs - begunMs) * mostShare - stoodMs;
    if (now.nUnderWay === 0 || leftMs < 1) return;
    await new Promise<void>((resolve) => {
      const go = () => {
        clearTimeout(timer);
        now.heard.delete(go);
        resolve();
      };
      const timer = setTimeout(go, Math.min(leftMs, mostAtOnceMs));
      now.heard.add(go);
    });
    stoodMs += performance.now() - fromMs;
  };
}
