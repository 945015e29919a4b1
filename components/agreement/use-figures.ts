import { useFormatter, useTranslations } from "next-intl";

import { reasonKeys } from "./reasons";

type Coefficient = { value: number | null; reason?: string | undefined };
type Interval = { lower: number | null; upper: number | null; reason?: string | undefined };
const twoDecimals = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** How figures are written in the reader's language. Undefined is "n/a", never a number. */
export function useFigures() {
  const t = useTranslations("agreement");
  const format = useFormatter();
  const number = (value: number) => format.number(value, twoDecimals);
  return {
    number,
    coefficient: ({ value }: Coefficient) => (value === null ? t("na") : number(value)),
    interval: ({ lower, upper }: Interval) =>
      lower === null || upper === null
        ? t("noRange")
        : t("range", { lower: number(lower), upper: number(upper) }),
    percent: (share: number) => {
      const maximumFractionDigits = share < 0.1 ? 1 : 0;
      return format.number(share, {
        style: "percent",
        minimumFractionDigits: maximumFractionDigits,
        maximumFractionDigits,
      });
    },
    /** The server's reason, in English where the catalogue has no words for it. */
    reason: (text: string | undefined) => {
      const key = text === undefined ? undefined : reasonKeys.get(text);
      return key ? t(`reasons.${key}`) : (text ?? "");
    },
  };
}
