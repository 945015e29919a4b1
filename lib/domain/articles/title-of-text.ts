const mostCodePoints = 80;

/**
 * What a text without a title is called by: its first words on one line, up to 80 code points, with
 * `…` where more follows. Empty for a text of white space.
 */
export function titleOfText(text: string): string {
  const words = text.trim().split(/\s+/);
  let title = "";
  for (const [at, word] of words.entries()) {
    const longer = at === 0 ? word : `${title} ${word}`;
    const codePoints = [...longer];
    if (codePoints.length > mostCodePoints) {
      return `${at === 0 ? codePoints.slice(0, mostCodePoints).join("") : title}…`;
    }
    title = longer;
  }
  return title;
}
