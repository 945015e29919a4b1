/** Every line end as LF. A text without CR, as most are, is given back as it is. */
export function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
