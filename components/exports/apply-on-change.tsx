"use client";

import type { ComponentProps } from "react";

import { Select } from "@/components/ui/field";

/** A choice on which the rest of its form depends: with scripts, choosing sends the form. */
export function ApplyOnChange(props: ComponentProps<typeof Select>) {
  return <Select {...props} onChange={(event) => event.currentTarget.form?.requestSubmit()} />;
}
