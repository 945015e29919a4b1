const worker = "/offline-worker.js";
const scripts = "/_next/static/";
const pagesCache = "slantwise-pages-1";

/**
 * Keeps the page at this path on this device, for a reload without a connection. Where the browser
 * has no service workers (an origin that isn't secure), nothing is kept, and nothing else changes.
 */
export async function keepPage(path: string): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register(worker);
  const { active } = await navigator.serviceWorker.ready;
  // What was loaded before the worker ran; fonts are named in no page.
  const assets = performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith(scripts))
    .map(({ pathname }) => pathname);
  active?.postMessage({ path, assets });
}

/** Forgets the pages of whoever has worked here: the next person has no business with them. */
export async function forgetPages(): Promise<void> {
  if ("caches" in window) await caches.delete(pagesCache);
}
