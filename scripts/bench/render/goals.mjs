import { pairedRatio } from "./summary.mjs";

const recogito = "Recogito";
const plain = "plain text";

/** What the article view is to reach, from the rows of the matrix. Unmeasured goals are not met. */
export function judge(rows) {
  const row = (words, spans, renderer) =>
    rows.find((one) => one.words === words && one.spans === spans && one.renderer === renderer);
  const against = (name, words, spans, renderer) =>
    pairedRatio(row(words, spans, "slantwise"), row(words, spans, renderer), name);
  const first = (words, spans, renderer) => against("firstRenderMs", words, spans, renderer);
  const add = (words, spans) => against("addMs", words, spans, "recogito");
  const hasCell = (words, spans) => row(words, spans, "slantwise") !== undefined;
  const longCells = rows.filter(
    ({ words, renderer }) => words >= 50_000 && renderer === "slantwise",
  );
  const isThere = ([words, spans]) => hasCell(words, spans);

  return [
    ...[[10_000, 1000]]
      .filter(isThere)
      .map(([words, spans]) =>
        goal(`First render, ${cell(words, spans)}, to ${plain}`, first(words, spans, "plain"), 1.5),
      ),
    ...longCells.map(({ words, spans }) =>
      goal(`First render, ${cell(words, spans)}, to ${plain}`, first(words, spans, "plain"), 1),
    ),
    ...[
      [10_000, 1000, 1 / 3],
      [10_000, 10_000, 1 / 3],
      [50_000, 10_000, 1 / 20],
    ]
      .filter(isThere)
      .map(([words, spans, limit]) =>
        goal(
          `First render, ${cell(words, spans)}, to ${recogito}`,
          first(words, spans, "recogito"),
          limit,
        ),
      ),
    ...[
      [10_000, 1000],
      [50_000, 1000],
      [50_000, 10_000],
      [200_000, 10_000],
    ]
      .filter(isThere)
      .map(([words, spans]) =>
        goal(`Adding a span, ${cell(words, spans)}, to ${recogito}`, add(words, spans), 1 / 5),
      ),
    ...[1000, 10_000]
      .filter((spans) => hasCell(200_000, spans) && hasCell(10_000, spans))
      .map((spans) =>
        goal(
          `Adding a span, ${cell(200_000, spans)}, to ${cell(10_000, spans)}`,
          pairedRatio(row(200_000, spans, "slantwise"), row(10_000, spans, "slantwise"), "addMs"),
          1.5,
        ),
      ),
  ];
}

/** A ratio with the most that it may be. */
export function goal(name, value, limit) {
  return { goal: name, ratio: value, limit, isMet: value !== null && value <= limit };
}

function cell(words, spans) {
  return `${words / 1000}k words / ${spans < 1000 ? spans : `${spans / 1000}k`} spans`;
}
