const units = ["kB", "MB", "GB", "TB"];

/** Bytes as people read them, in decimal units: "12 kB", "3.4 MB". */
export function fileSize(nBytes: number): string {
  let [value, at] = [nBytes / 1000, 0];
  for (; value >= 1000 && at < units.length - 1; at++) value /= 1000;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[at] ?? ""}`;
}
