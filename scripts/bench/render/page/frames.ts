export const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/** Called inside a frame's callback: resolves in the first task after that frame was painted. */
export function afterFrame(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** What a click would run: React gives its updates the priority of the event they come from. */
export function asClick(work: () => void): void {
  const button = document.createElement("button");
  button.addEventListener("click", work);
  button.click();
}
