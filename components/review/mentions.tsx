/** Text in which pseudonyms that are spoken to stand out. */
export function Mentions({ text }: { text: string }) {
  return text.split(/(@[AR]\d{2,}\b)/).map((part, at) =>
    at % 2 === 1 ? (
      <strong key={at} className="rounded-sm bg-accent-soft px-0.5 font-medium">
        {part}
      </strong>
    ) : (
      part
    ),
  );
}
