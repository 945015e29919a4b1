"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { Button } from "./button";

type CopyButtonProps = { text: string; label: string; className?: string };

/** Copies a text and says so. */
export function CopyButton({ text, label, className = "" }: CopyButtonProps) {
  const t = useTranslations("ui");
  const [isCopied, setIsCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(text).then(() => setIsCopied(true));
  return (
    <Button size="sm" className={className} onClick={() => void copy()}>
      {isCopied ? t("copied") : label}
    </Button>
  );
}
