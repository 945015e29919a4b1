"use client";

import { useState } from "react";

import { Button } from "./button";

type CopyButtonProps = { text: string; label: string; className?: string };

/** Copies a text and says so. */
export function CopyButton({ text, label, className = "" }: CopyButtonProps) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(text).then(() => setIsCopied(true));
  return (
    <Button size="sm" className={className} onClick={() => void copy()}>
      {isCopied ? "Copied" : label}
    </Button>
  );
}
