import Link from "next/link";

import { buttonClasses } from "@/components/ui/button";

export default function NotFound() {
  return (
    <div className="mx-auto max-w-prose py-16 text-center">
      <h1 className="font-serif text-3xl font-semibold">There is nothing here</h1>
      <p className="mt-3 text-muted">
        The address is wrong, or it leads to something that you have no part in.
      </p>
      <Link href="/" className={`mt-6 ${buttonClasses("primary")}`}>
        To your work
      </Link>
    </div>
  );
}
