"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

import { Link } from "../ui/link";

type NavLinkProps = { href: string; isExact?: boolean; children: ReactNode };

/** A link that says when it leads to where one is. */
export function NavLink({ href, isExact = false, children }: NavLinkProps) {
  const pathname = usePathname();
  const isCurrent = pathname === href || (!isExact && pathname.startsWith(`${href}/`));

  return (
    <Link
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      className="flex min-h-10 items-center rounded-md px-3 text-sm font-medium whitespace-nowrap text-muted hover:bg-sunken aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-accent aria-[current]:decoration-2 aria-[current]:underline-offset-8"
    >
      {children}
    </Link>
  );
}
