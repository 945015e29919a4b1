import { type ComponentProps, useEffect, useEffectEvent, useRef, useState } from "react";

import { Input } from "@/components/ui/field";

type TextInputProps = Omit<ComponentProps<typeof Input>, "value"> & {
  value: string;
  /** Called with the text, trimmed, where it is another than `value`. */
  onText: (text: string) => void;
};

/** So long after the last key, what was typed is a change. */
const pauseMs = 1_500;

/** A line of text that becomes a change on a pause, on Enter, and when the field or page is left. */
export function TextInput({ value, onText, ...rest }: TextInputProps) {
  const [shown, setShown] = useState({ of: value, text: value });
  const isTyped = useRef(false);
  // Another value than the one that was typed on, an undone one say, takes its place.
  if (shown.of !== value) {
    setShown({ of: value, text: shown.text.trim() === value ? shown.text : value });
  }

  const commit = useEffectEvent(() => {
    const text = shown.text.trim();
    if (isTyped.current && text !== value) onText(text);
    isTyped.current = false;
  });

  useEffect(() => {
    const timer = setTimeout(commit, pauseMs);
    return () => clearTimeout(timer);
  }, [shown.text]);

  useEffect(() => {
    const leave = () => commit();
    window.addEventListener("beforeunload", leave);
    return () => window.removeEventListener("beforeunload", leave);
  }, []);

  return (
    <Input
      className="min-h-9 text-sm"
      maxLength={2000}
      {...rest}
      value={shown.text}
      onChange={({ target }) => {
        isTyped.current = true;
        setShown({ of: value, text: target.value });
      }}
      onKeyDown={({ key }) => key === "Enter" && commit()}
      onBlur={() => commit()}
    />
  );
}
