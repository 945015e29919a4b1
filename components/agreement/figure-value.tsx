import { Link } from "../ui/link";
import { useFigures } from "./use-figures";

type FigureValueProps = {
  figure: { value: number | null; reason?: string | undefined };
  /** Where the disagreements behind it are; null for who may not read them. */
  href?: string | null;
  /** Over articles, where it is known. */
  interval?: { lower: number | null; upper: number | null; level?: number | undefined };
  /** What the link leads to, for who hears it out of its row. */
  label?: (value: string) => string;
};

/** A coefficient that leads to what is behind it, or n/a with the reason. */
export function FigureValue({ figure, href = null, label, interval: range }: FigureValueProps) {
  const { coefficient, interval, reason } = useFigures();
  const text = coefficient(figure);
  return (
    <>
      {href ? (
        <Link
          href={href}
          aria-label={label?.(text)}
          className="inline-flex min-h-6 min-w-6 items-center text-accent underline underline-offset-4"
        >
          {text}
        </Link>
      ) : (
        text
      )}
      {range && range.lower !== null && (
        <span className="block text-xs whitespace-nowrap text-muted">{interval(range)}</span>
      )}
      {figure.value === null && (
        <span className="block max-w-56 text-xs text-muted">{reason(figure.reason)}</span>
      )}
    </>
  );
}
