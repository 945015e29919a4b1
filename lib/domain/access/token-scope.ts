export const tokenScopes = ["read", "write", "export"] as const;
export type TokenScope = (typeof tokenScopes)[number];

const packagedData = /^\/api\/v1\/projects\/[^/]+\/(exports|releases)(\/|$)/;

/**
 * The one scope that a token must have for a request: `write` for whatever changes something,
 * `export` to take a project's data away, `read` for the rest.
 * @param pathname of the URL, without the query
 */
export function scopeNeeded(method: string, pathname: string): TokenScope {
  if (method !== "GET" && method !== "HEAD") return "write";
  return packagedData.test(decode(pathname)) ? "export" : "read";
}

/** As routing reads it: `%65xports` leads to `exports`. */
function decode(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
