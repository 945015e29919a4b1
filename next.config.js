import createNextIntlPlugin from "next-intl/plugin";

const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=()" },
  { key: "Strict-Transport-Security", value: "max-age=31536000; includeSubDomains" },
];

const apiHeaders = [
  { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" },
];

/** @type {import("next").NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  // Types are a step of npm test; who only wants to run the app need not wait for them.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@mozilla/readability", "@node-rs/argon2", "eld", "linkedom", "pg"],
  // Server actions are not used; should one slip in, it gets no body to work with.
  experimental: { serverActions: { bodySizeLimit: "1kb" } },
  headers: () =>
    Promise.resolve([
      { source: "/:path*", headers },
      { source: "/api/:path*", headers: apiHeaders },
    ]),
};

export default createNextIntlPlugin("./app/request-locale.ts")(nextConfig);
