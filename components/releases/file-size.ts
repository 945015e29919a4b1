import { useFormatter } from "next-intl";

const units = ["kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** Bytes as people read them, in decimal units: "12 kB", "3.4 MB". */
export function useFileSize(): (nBytes: number) => string {
  const format = useFormatter();
  return (nBytes) => {
    let [value, at] = [nBytes / 1000, 0];
    for (; value >= 1000 && at < units.length - 1; at++) value /= 1000;
    const nDigits = value < 10 ? 1 : 0;
    const digits = { minimumFractionDigits: nDigits, maximumFractionDigits: nDigits };
    return format.number(value, { style: "unit", unit: units[at] ?? "terabyte", ...digits });
  };
}
