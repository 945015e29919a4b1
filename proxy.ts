import { type NextRequest, NextResponse } from "next/server";

import { refuseMalformed } from "./lib/server/no-such-address";

/**
 * Answers addresses that can't be decoded, and sets pages' Content-Security-Policy with a fresh
 * nonce, which Next puts on its own scripts. Nothing here decides who may see what: services do.
 */
export function proxy(request: NextRequest): Response {
  const refusal = refuseMalformed(request);
  if (refusal) return refusal;
  return request.nextUrl.pathname.startsWith("/api/") ? NextResponse.next() : withPolicy(request);
}

function withPolicy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const isDev = process.env.NODE_ENV === "development";
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join("; ");
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  matcher: [
    "/((?!_next/static|favicon.svg|offline-worker.js|api/).*)",
    // Of the API, only what has more than ASCII behind a percent sign, or nothing that fits one.
    "/api/(.*%(?![0-7][0-9A-Fa-f]).*)",
  ],
};
