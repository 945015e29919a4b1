import { useTranslations } from "next-intl";

const known = [
  ...(["unanimous", "accept", "edit", "add", "reject"] as const),
  ...(["both_defensible", "unresolved", "undone"] as const),
];

/** What an outcome is called; one that this version doesn't know stands as it is. */
export function useOutcome(): (outcome: string) => string {
  const t = useTranslations("review.outcome");
  return (outcome) => {
    const name = known.find((one) => one === outcome);
    return name ? t(name) : outcome;
  };
}
