import "server-only";

/** Where people reach the app, without a trailing slash. */
export function appUrl(): string {
  return (process.env.NEXTAUTH_URL ?? `http://127.0.0.1:${process.env.PORT ?? "3000"}`).replace(
    /\/+$/,
    "",
  );
}

/** Whether people reach the app over TLS, so that cookies may be `Secure` and `__Host-`. */
export function isServedOverTls(): boolean {
  return appUrl().startsWith("https://");
}

/** @throws if unset; `npm start` makes and keeps one */
export function authSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set; start the app with npm start.");
  return secret;
}

/** Reverse proxies in front of the app that append to X-Forwarded-For; 0 trusts none. */
export function trustedProxyCount(): number {
  const count = Number(process.env.TRUSTED_PROXY_COUNT ?? "0");
  return Number.isInteger(count) && count > 0 ? count : 0;
}
