/** The article's text as plain paragraphs, with its spaces and line feeds kept. */
export function putParagraphs(container: HTMLElement, body: string): void {
  container.className = "font-serif text-lg leading-[2] break-words whitespace-pre-wrap";
  for (const text of body.match(/[^\n]*\n*/g) ?? []) {
    if (text === "") continue;
    const paragraph = document.createElement("p");
    paragraph.textContent = text;
    container.append(paragraph);
  }
}
