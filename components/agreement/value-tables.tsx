import { useTranslations } from "next-intl";

import { readable } from "@/components/codebook/tag-style";
import { Table } from "@/components/ui/table";
import type { Agreement } from "@/lib/contracts/agreement";
import { DownloadCsv } from "./download-csv";
import { FigureValue } from "./figure-value";
import { useFigures } from "./use-figures";

/** Agreement on what is chosen from lists and scales: attributes of spans, answers to questions. */
export function ValueTables({
  agreement: { projectId, attributes, questions, advanced },
}: {
  agreement: Agreement;
}) {
  const t = useTranslations("agreement.value");
  const tTag = useTranslations("agreement.tag");
  const { coefficient } = useFigures();
  const levelText = (level: string) =>
    level === "ordinal"
      ? t("levels.ordinal")
      : level === "nominal"
        ? t("levels.nominal")
        : t("levels.sets");
  const intervals = advanced.report?.intervals;
  const rest = [t("level"), tTag("alpha"), tTag("raw")];
  return (
    <>
      <div>
        <h3 className="font-semibold">{t("attributes")}</h3>
        <p className="mt-1 mb-3 max-w-prose text-sm text-muted">{t("attributesNote")}</p>
        {attributes.length === 0 ? (
          <p className="text-sm">{t("noAttributes")}</p>
        ) : (
          <Table
            caption={t("attributes")}
            head={[t("attribute"), tTag("family"), ...rest, t("pairs")]}
          >
            {attributes.map(({ familyId, attributeId, level, alpha, agreement, nPairs }) => (
              <tr key={`${familyId} ${attributeId}`}>
                <th scope="row" className="px-3 py-2.5 text-left align-top font-medium">
                  {readable(attributeId)}
                </th>
                <td className="text-muted">{familyId}</td>
                <td>{levelText(level)}</td>
                <td>
                  <FigureValue
                    figure={alpha}
                    {...intervals?.attributes.find(
                      (one) => one.familyId === familyId && one.attributeId === attributeId,
                    )}
                  />
                </td>
                <td>{coefficient(agreement)}</td>
                <td>{nPairs}</td>
              </tr>
            ))}
          </Table>
        )}
      </div>
      <div>
        <h3 className="font-semibold">{t("questions")}</h3>
        <p className="mt-1 mb-3 max-w-prose text-sm text-muted">{t("questionsNote")}</p>
        {questions.length === 0 ? (
          <p className="text-sm">{t("noQuestions")}</p>
        ) : (
          <Table caption={t("questions")} head={[t("question"), ...rest, tTag("articles")]}>
            {questions.map(({ questionId, level, alpha, agreement, nArticles }) => (
              <tr key={questionId}>
                <th scope="row" className="px-3 py-2.5 text-left align-top font-medium">
                  {readable(questionId)}
                </th>
                <td>{levelText(level)}</td>
                <td>
                  <FigureValue
                    figure={alpha}
                    {...intervals?.questions.find((one) => one.questionId === questionId)}
                  />
                </td>
                <td>{coefficient(agreement)}</td>
                <td>{nArticles}</td>
              </tr>
            ))}
          </Table>
        )}
      </div>
      <div>
        <DownloadCsv
          projectId={projectId}
          name="agreement-values.csv"
          scopes={["attribute", "question"]}
        />
      </div>
    </>
  );
}
