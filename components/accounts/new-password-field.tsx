import { Field, Input } from "@/components/ui/field";

export function NewPasswordField({ error }: { error?: string | undefined }) {
  return (
    <Field
      label="Password"
      hint="15 or more characters. A few words in a row are easy to remember."
      error={error}
    >
      {(control) => (
        <Input
          {...control}
          name="password"
          type="password"
          minLength={15}
          maxLength={256}
          autoComplete="new-password"
          required
        />
      )}
    </Field>
  );
}
