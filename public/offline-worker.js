/**
 * Lets an article that was open on this device open again without a connection.
 *
 * Pages come from the network whenever it answers, so a new version of the app is never hidden;
 * what was kept is shown only when it doesn't. Scripts and styles carry a hash in their names and
 * never change. Requests to the API pass untouched: changes are the outbox's.
 */

const pagesCache = "slantwise-pages-1";
const assetsCache = "slantwise-assets-1";
// An annotator's next few days; the texts of more don't belong on a device.
const mostPages = 20;
const mostAssets = 400;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && isKeptPage(pathname)) event.respondWith(openPage(event));
  else if (pathname.startsWith("/_next/static/")) event.respondWith(openAsset(event));
});

self.addEventListener("message", (event) => {
  const { path, assets } = event.data ?? {};
  if (typeof path === "string" && isKeptPage(path)) event.waitUntil(keepPage(path, assets));
});

function isKeptPage(pathname) {
  return /^\/annotate(\/[\w-]+)?$/.test(pathname);
}

async function openPage(event) {
  const { pathname } = new URL(event.request.url);
  try {
    const response = await fetch(event.request);
    if (isWorthKeeping(response)) event.waitUntil(putPage(pathname, response.clone()));
    return response;
  } catch (error) {
    const kept = await caches.match(pathname, { cacheName: pagesCache, ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

async function openAsset(event) {
  const kept = await caches.match(event.request, { cacheName: assetsCache });
  if (kept) return kept;
  const response = await fetch(event.request);
  if (response.ok) event.waitUntil(putAsset(event.request, response.clone()));
  return response;
}

/** A page that was reached without loading it whole: it is fetched once more, with what it needs. */
async function keepPage(pathname, loaded) {
  const response = await fetch(pathname, { headers: { Accept: "text/html" } });
  if (!isWorthKeeping(response)) return;
  const html = await response.clone().text();
  await putPage(pathname, response);
  const named = html.match(/\/_next\/static\/[\w./~-]+\.(?:js|css|woff2)/g) ?? [];
  for (const asset of new Set([...named, ...loaded])) {
    if (await caches.match(asset, { cacheName: assetsCache })) continue;
    const found = await fetch(asset);
    if (found.ok) await putAsset(asset, found);
  }
}

/** Not the sign-in page that somebody without a session is sent to. */
function isWorthKeeping(response) {
  return response.ok && !response.redirected;
}

async function putPage(pathname, response) {
  const cache = await caches.open(pagesCache);
  // Put in again, it is the youngest.
  await cache.delete(pathname);
  await cache.put(pathname, response);
  await dropOldest(cache, mostPages);
}

async function putAsset(request, response) {
  const cache = await caches.open(assetsCache);
  await cache.put(request, response);
  await dropOldest(cache, mostAssets);
}

async function dropOldest(cache, most) {
  const requests = await cache.keys();
  for (const request of requests.slice(0, Math.max(0, requests.length - most))) {
    await cache.delete(request);
  }
}
