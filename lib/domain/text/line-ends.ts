/** Every line end as LF. A text without CR, as most are, is given back as it is. */
export function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/** Without the line feeds at the end. A pattern would take the square of a long run of them. */
export function withoutLastLineFeeds(text: string): string {
  let end = text.length;
  while (text.charAt(end - 1) === "\n") end -= 1;
  return text.slice(0, end);
}
