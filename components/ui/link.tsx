import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * A link within the app. Pages are made for each request, so that asking for them ahead, as the
 * framework does for every link in view, brings next to nothing and costs the server more than
 * the page itself.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
