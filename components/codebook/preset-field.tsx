"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { Field, Select } from "@/components/ui/field";
import { presets } from "@/lib/domain/codebook/presets/presets";

/** The published scheme that a project starts from, sent as `preset`. */
export function PresetField() {
  const t = useTranslations("codebook");
  const [chosenId, setChosenId] = useState("default");
  const chosen = presets.find(({ id }) => id === chosenId);
  return (
    <Field label={t("preset")} hint={chosen?.about}>
      {(control) => (
        <Select
          {...control}
          name="preset"
          value={chosenId}
          onChange={({ target }) => setChosenId(target.value)}
        >
          {presets.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
