import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";

import { buttonClasses } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { Link } from "../ui/link";
import { CodebookEditor } from "./editor/codebook-editor";

/** Where admins change a codebook. */
export function EditScreen(props: ComponentProps<typeof CodebookEditor>) {
  const t = useTranslations("codebook.editor");
  return (
    <>
      <PageHeading
        title={t("title")}
        action={
          <Link href={`/projects/${props.projectId}/codebook`} className={buttonClasses()}>
            {t("back")}
          </Link>
        }
      >
        {t("about", { number: props.number })}
      </PageHeading>
      <CodebookEditor {...props} />
    </>
  );
}
