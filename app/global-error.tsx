"use client";

import "./globals.css";

import { Button } from "@/components/ui/button";

/** When even the frame around the pages can't be drawn. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something broke · Slantwise</title>
        <main className="mx-auto max-w-prose p-6 py-16 text-center">
          <h1 className="font-serif text-3xl font-semibold">Something broke on our side</h1>
          <p className="mt-3 mb-6 text-muted">
            What you had saved is safe. Try again; if it stays broken, tell your admin.
          </p>
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
        </main>
      </body>
    </html>
  );
}
