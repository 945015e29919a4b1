/** Text that a library leaves in its minified code. */
const marks = {
  "react-dom": "__reactFiber",
  "Next client router": "createServerReference",
  "Base UI": "data-base-ui",
  idb: "IDBCursor",
  "lucide icons": "lucide",
  uuid: "getRandomValues",
  zod: "invalid_union",
  recharts: "recharts",
  "Slantwise's rules of spans": "same_tag_overlap",
};

/** Which libraries' marks a script holds. */
export function librariesIn(text) {
  return Object.entries(marks)
    .filter(([, mark]) => text.includes(mark))
    .map(([name]) => name);
}
