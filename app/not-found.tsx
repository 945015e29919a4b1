import { useTranslations } from "next-intl";

import { buttonClasses } from "@/components/ui/button";
import { Link } from "@/components/ui/link";

export default function NotFound() {
  const t = useTranslations("pages.notFound");
  return (
    <div className="mx-auto max-w-prose py-16 text-center">
      <h1 className="font-serif text-3xl font-semibold">{t("title")}</h1>
      <p className="mt-3 text-muted">{t("reason")}</p>
      <Link href="/" className={`mt-6 ${buttonClasses("primary")}`}>
        {t("home")}
      </Link>
    </div>
  );
}
