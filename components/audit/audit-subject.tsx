import { useTranslations } from "next-intl";

import type { AuditItem } from "@/lib/contracts/audit";

const aboutTheProject = /^(project|articles|assignments)\./;

/** What an event is about, by name where it has one, else by its id. */
export function AuditSubject({ item }: { item: AuditItem }) {
  const t = useTranslations("audit");
  if (item.subjectName !== null) return <bdi>{item.subjectName}</bdi>;
  if (aboutTheProject.test(item.action)) return t("theProject");
  return <code className="text-xs break-all">{item.subject}</code>;
}
