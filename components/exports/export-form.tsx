import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Button } from "@/components/ui/button";
import { Checkbox, Field, Input, Select } from "@/components/ui/field";
import type { ExportSelection } from "@/lib/contracts/exports";
import {
  articleFiles,
  type ExportFilter,
  filtersOf,
  hasNotes,
  hasStatus,
  tableNames,
  trainingChoices,
} from "@/lib/domain/formats/export-files";
import { readable } from "../codebook/tag-style";
import { ApplyOnChange } from "./apply-on-change";
import { fileOf } from "./export-address";

export type Choices = {
  families: readonly { id: string; tagIds: readonly string[] }[];
  outlets: readonly string[];
  annotators: readonly string[];
  hasTrainingLayers: boolean;
  mayAskForIdentities: boolean;
};
type ExportFormProps = { selection: ExportSelection; choices: Choices };

const statuses = ["submitted", "all", "assigned", "in_progress", "returned"] as const;
const formats = ["csv", "spreadsheet", "jsonl", "parquet"] as const;

/** What to download: a plain form, so that a choice has an address. */
export function ExportForm({ selection, choices }: ExportFormProps) {
  const t = useTranslations("exports.form");
  const file = fileOf(selection);
  const isTable = tableNames.some((name) => name === selection.contents);
  return (
    <form
      aria-label={t("label")}
      className="grid items-start gap-4 rounded-xl border border-line bg-surface p-4 sm:grid-cols-2 sm:p-5 lg:grid-cols-4"
    >
      <Field label={t("contents")}>
        {(control) => (
          <ApplyOnChange {...control} name="contents" defaultValue={selection.contents}>
            <optgroup label={t("tables")}>
              <Options values={tableNames} />
            </optgroup>
            <optgroup label={t("otherTools")}>
              <Options values={articleFiles} />
            </optgroup>
            <Options values={["datapackage.json"]} />
          </ApplyOnChange>
        )}
      </Field>
      {isTable && (
        <Choice name="format" label={t("format")} value={selection.format}>
          <Options values={formats} toText={(format) => t(`formats.${format}`)} />
        </Choice>
      )}
      {hasStatus(file) && (
        <Choice name="status" label={t("status")} value={selection.status}>
          <Options values={statuses} toText={(status) => t(`statuses.${status}`)} />
        </Choice>
      )}
      {hasStatus(file) && (choices.hasTrainingLayers || selection.training !== "without") && (
        <Choice name="training" label={t("training")} value={selection.training}>
          <Options values={trainingChoices} toText={(choice) => t(`trainingChoices.${choice}`)} />
        </Choice>
      )}
      <Filters selection={selection} choices={choices} known={filtersOf(file)} />
      <div className="grid gap-2 sm:col-span-2 lg:col-span-4">
        {hasNotes(file) && (
          <Checkbox name="notes" value="true" defaultChecked={selection.notes} label={t("notes")} />
        )}
        {choices.mayAskForIdentities && selection.contents === "annotators" && (
          <Checkbox
            name="identities"
            value="true"
            defaultChecked={selection.identities}
            label={t("identities")}
          />
        )}
        <div>
          <Button type="submit">{t("apply")}</Button>
        </div>
      </div>
    </form>
  );
}

function Filters({
  selection,
  choices,
  known,
}: ExportFormProps & { known: readonly ExportFilter[] }) {
  const t = useTranslations("exports.form");
  const tagIds = choices.families.flatMap((family) => family.tagIds);
  const choose = (
    name: "outlet" | "family" | "tag" | "annotator",
    values: readonly string[],
    toText: (value: string) => string = (value) => value,
  ): ReactNode =>
    known.includes(name) && (
      <Choice name={name} label={t(name)} value={String(selection[name] ?? "")}>
        <option value="">{t("any")}</option>
        <Options values={values} toText={toText} />
      </Choice>
    );
  const day = (name: "from" | "to"): ReactNode =>
    known.includes(name) && (
      <Field label={t(name)}>
        {(control) => (
          <Input {...control} type="date" name={name} defaultValue={selection[name] ?? ""} />
        )}
      </Field>
    );
  return (
    <>
      {choose("outlet", choices.outlets)}
      {day("from")}
      {day("to")}
      {choose(
        "family",
        choices.families.map(({ id }) => id),
      )}
      {choose("tag", tagIds, readable)}
      {choose("annotator", choices.annotators)}
      {known.includes("article") && (
        <Field label={t("article")}>
          {(control) => (
            <Input
              {...control}
              name="article"
              placeholder={t("articleHint")}
              defaultValue={selection.article?.join(", ") ?? ""}
            />
          )}
        </Field>
      )}
    </>
  );
}

type ChoiceProps = { name: string; label: string; value: string; children: ReactNode };

function Choice({ name, label, value, children }: ChoiceProps) {
  return (
    <Field label={label}>
      {(control) => (
        <Select {...control} name={name} defaultValue={value}>
          {children}
        </Select>
      )}
    </Field>
  );
}

type OptionsProps<Value extends string> = {
  values: readonly Value[];
  toText?: (value: Value) => string;
};

function Options<Value extends string>({ values, toText = (value) => value }: OptionsProps<Value>) {
  return values.map((value) => (
    <option key={value} value={value}>
      {toText(value)}
    </option>
  ));
}
