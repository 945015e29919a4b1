/** ISO date, null for nothing, undefined for no date of the calendar. Takes YYYYMMDD alone. */
export function readCompactDate(text: string): string | null | undefined {
  if (text === "") return null;
  const parts = /^([1-9]\d{3})(\d\d)(\d\d)$/.exec(text);
  return parts ? realDate(`${parts[1]}-${parts[2]}-${parts[3]}`) : undefined;
}

/** As `readCompactDate`, and takes YYYY-MM-DD with or without a time, whose day it keeps. */
export function readDate(text: string): string | null | undefined {
  const iso = /^([1-9]\d{3}-\d\d-\d\d)(?:[T ]\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(text);
  return iso ? realDate(iso[1] ?? "") : readCompactDate(text);
}

function realDate(iso: string): string | undefined {
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? undefined : iso;
}

/** An http or https address and its host without "www."; nulls for nothing; null for any other. */
export function readUrl(text: string): { url: string | null; outlet: string | null } | null {
  if (text === "") return { url: null, outlet: null };
  if (text.length > 2000 || !URL.canParse(text)) return null;
  const { protocol, hostname } = new URL(text);
  if (protocol !== "http:" && protocol !== "https:") return null;
  return { url: text, outlet: hostname.replace(/^www\./, "") };
}
