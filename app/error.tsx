"use client";

import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";

export default function ErrorScreen({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations("pages.error");
  return (
    <div className="mx-auto max-w-prose py-16 text-center" role="alert">
      <h1 className="font-serif text-3xl font-semibold">{t("title")}</h1>
      <p className="mt-3 mb-6 text-muted">{t("advice")}</p>
      <Button variant="primary" onClick={reset}>
        {t("retry")}
      </Button>
    </div>
  );
}
