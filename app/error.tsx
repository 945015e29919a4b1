"use client";

import { Button } from "@/components/ui/button";

export default function ErrorScreen({ reset }: { error: Error; reset: () => void }) {
  return (
    <div className="mx-auto max-w-prose py-16 text-center" role="alert">
      <h1 className="font-serif text-3xl font-semibold">Something broke on our side</h1>
      <p className="mt-3 mb-6 text-muted">
        What you had saved is safe. Try again; if it stays broken, tell your admin.
      </p>
      <Button variant="primary" onClick={reset}>
        Try again
      </Button>
    </div>
  );
}
