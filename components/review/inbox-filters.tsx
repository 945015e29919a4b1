import type { z } from "zod";

import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import type { disagreementQuery } from "@/lib/contracts/review";
import type { Codebook } from "@/lib/domain/codebook/codebook";
import { readable } from "../codebook/tag-style";
import { kindWords, statusWords } from "./words";

export type InboxQuery = z.output<typeof disagreementQuery>;

/** A plain form, so that a filtered inbox has an address. */
export function InboxFilters({ codebook, query }: { codebook: Codebook; query: InboxQuery }) {
  const filters = [
    { name: "status", label: "Status", options: Object.entries(statusWords) },
    { name: "kind", label: "Kind", options: Object.entries(kindWords) },
    { name: "family", label: "Family", options: codebook.families.map(({ id }) => [id, id]) },
    {
      name: "tag",
      label: "Tag",
      options: codebook.families.flatMap(({ tags }) => tags.map(({ id }) => [id, readable(id)])),
    },
    {
      name: "order",
      label: "Order",
      options: [
        ["found", "As found"],
        ["split", "Most split first"],
      ],
    },
  ] as const;
  return (
    <form className="mb-4 grid grid-cols-2 items-end gap-3 md:flex">
      {filters.map(({ name, label, options }) => (
        <Field key={name} label={label}>
          {(control) => (
            <Select {...control} name={name} defaultValue={query[name] ?? ""}>
              {name !== "order" && <option value="">All</option>}
              {options.map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ))}
      <Button type="submit">Filter</Button>
    </form>
  );
}
