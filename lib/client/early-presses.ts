/** Of a form the button that sent it, of a list its value, of a box whether it is ticked. */
type Left = HTMLElement | string | boolean | null;

type EarlyPresses = {
  /** Each element once, in the order they came, with what it was left at. */
  kept: Map<HTMLElement, Left>;
  stop: () => void;
};

declare global {
  interface Window {
    earlyPresses?: EarlyPresses;
  }
}

/**
 * A script for the top of a page. Until React answers, a press of a button, a choice from a list or a
 * tick would be lost, and a form would be sent by the browser, with its fields in the address: they
 * are kept instead. Links need no script.
 */
export const keepEarlyPressesScript = `(() => {
  const kept = new Map();
  const keep = (event, element, left) => {
    // React may be taking the page over this very moment: it must not do the same once more.
    event.stopImmediatePropagation();
    kept.set(element, left);
  };
  const isBox = ({ type }) => type === "checkbox" || type === "radio";
  const listeners = {
    click(event) {
      const { target } = event;
      const button = target instanceof Element && target.closest("button[type=button]");
      if (button) keep(event, button, null);
      else if (isBox(target)) event.stopImmediatePropagation();
    },
    change(event) {
      const { target } = event;
      if (target instanceof HTMLSelectElement) keep(event, target, target.value);
      else if (isBox(target)) keep(event, target, target.checked);
    },
    submit(event) {
      event.preventDefault();
      keep(event, event.target, event.submitter);
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
  for (const [element, left] of early.kept) if (element.isConnected) repeat(element, left);
}

function repeat(element: HTMLElement, left: Left): void {
  if (element instanceof HTMLFormElement) {
    element.requestSubmit(left instanceof HTMLElement ? left : null);
  } else if (element instanceof HTMLSelectElement && typeof left === "string") {
    // React may have put it back to what the page was made with.
    element.value = left;
    element.dispatchEvent(new Event("change", { bubbles: true }));
  } else {
    // What is ticked already would be unticked.
    if (element instanceof HTMLInputElement) element.checked = !left;
    element.click();
  }
}
