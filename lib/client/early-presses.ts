type EarlyPresses = {
  /** Each element once, in the order they came; with a form the button that sent it. */
  kept: Map<HTMLElement, HTMLElement | null>;
  stop: () => void;
};

declare global {
  interface Window {
    earlyPresses?: EarlyPresses;
  }
}

/**
 * A script for the top of a page. Until React answers, a press of a button or a choice from a list
 * would be lost, and a form would be sent by the browser, with its fields in the address: they are
 * kept instead. Links need no script.
 */
export const keepEarlyPressesScript = `(() => {
  const kept = new Map();
  const listeners = {
    click({ target }) {
      const button = target instanceof Element && target.closest("button[type=button]");
      if (button) kept.set(button, null);
    },
    change({ target }) {
      if (target instanceof HTMLSelectElement) kept.set(target, null);
    },
    submit(event) {
      event.preventDefault();
      kept.set(event.target, event.submitter);
    },
  };
  for (const type in listeners) addEventListener(type, listeners[type], true);
  const stop = () => {
    for (const type in listeners) removeEventListener(type, listeners[type], true);
  };
  window.earlyPresses = { kept, stop };
})()`;

/** Does what was pressed before React answered. A second call does nothing. */
export function repeatEarlyPresses(): void {
  const early = window.earlyPresses;
  if (!early) return;
  delete window.earlyPresses;
  early.stop();
  for (const [element, submitter] of early.kept) {
    if (!element.isConnected) continue;
    if (element instanceof HTMLFormElement) element.requestSubmit(submitter);
    else if (element instanceof HTMLSelectElement)
      element.dispatchEvent(new Event("change", { bubbles: true }));
    else element.click();
  }
}
