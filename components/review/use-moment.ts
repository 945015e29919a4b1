import { useFormatter } from "next-intl";

/** Writes a time (ISO 8601) as its reader does, to the minute. */
export function useMoment(): (time: string) => string {
  const format = useFormatter();
  return (time) => format.dateTime(new Date(time), { dateStyle: "medium", timeStyle: "short" });
}
