/** Text that a library leaves in its minified code. */
const marks = {
  "react-dom": "Minified React error #",
  "Next router": "__next_router",
  "Next flight client": "__next_f",
  "Base UI popups": "data-base-ui",
  "floating-ui": "flip",
  zod: "invalid_union",
  idb: "IDBCursor",
  recharts: "recharts",
  "lucide icons": "lucide",
  uuid: "randomUUID",
  "next-auth client": "/api/auth",
  "Intl segmentation": "Segmenter",
};

/** Which libraries' marks a script holds. */
export function librariesIn(text) {
  return Object.entries(marks)
    .filter(([, mark]) => text.includes(mark))
    .map(([name]) => name);
}
