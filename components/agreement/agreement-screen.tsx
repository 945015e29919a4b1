import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { StatusNote } from "@/components/ui/status-note";
import type { Agreement } from "@/lib/contracts/agreement";
import { AlphaChart } from "./alpha-chart";
import { ConfusionTable } from "./confusion-table";
import { FamilySection } from "./family-section";
import { FieldReferences } from "./field-references";
import { PairTable } from "./pair-table";
import { RefreshWhenReady } from "./refresh-when-ready";
import { TagTable } from "./tag-table";

/** Agreement of a project: never one number, each with its unit, data and interval. */
export function AgreementScreen({ agreement }: { agreement: Agreement }) {
  const { label, nArticles, nAnnotators, families, computedAt } = agreement;
  return (
    <>
      <PageHeading title="Agreement">
        {label.coefficient}; unit: {label.unit}; {label.level}; interval: {label.interval}. Codebook
        version {label.codebookVersion}, Slantwise {label.softwareVersion}
        {computedAt && `, computed ${computedAt.slice(0, 16).replace("T", " ")} UTC`}.
      </PageHeading>
      {agreement.isRefreshing && (
        <StatusNote tone="info" title="Newer figures are being computed">
          <RefreshWhenReady />
        </StatusNote>
      )}
      {nArticles === 0 ? (
        <EmptyState title="Nothing to compare yet">
          Agreement needs an article that two annotators have submitted. Marking nothing counts as a
          judgement too.
        </EmptyState>
      ) : (
        <>
          <p className="mb-6 text-sm">
            From <strong>{nArticles === 1 ? "1 article" : `${nArticles} articles`}</strong> that two
            or more of <strong>{nAnnotators} annotators</strong> submitted.
            {nArticles < 5 &&
              " Below five articles there is no interval: so few say too little about how articles differ."}
          </p>
          <div className="grid gap-6">
            {families.map((family) => (
              <FamilySection key={family.familyId} agreement={agreement} family={family} />
            ))}
          </div>
          <section aria-labelledby="tags-heading" className="mt-10">
            <h2 id="tags-heading" className="mb-3 text-xl font-semibold">
              By tag
            </h2>
            <AlphaChart tags={agreement.tags} />
            <TagTable agreement={agreement} />
          </section>
          <section aria-labelledby="pairs-heading" className="mt-10">
            <h2 id="pairs-heading" className="mb-3 text-xl font-semibold">
              By pair of annotators
            </h2>
            <PairTable agreement={agreement} />
          </section>
          <section aria-labelledby="confusion-heading" className="mt-10">
            <h2 id="confusion-heading" className="text-xl font-semibold">
              Which tag meets which
            </h2>
            <p className="mt-1 mb-3 max-w-prose text-sm text-muted">
              Spans that both of two annotators marked, matched {label.matching}. Off the diagonal
              stands what to sharpen in the codebook.
            </p>
            {families.map((family) => (
              <ConfusionTable
                key={family.familyId}
                projectId={agreement.projectId}
                family={family}
              />
            ))}
          </section>
          <FieldReferences />
        </>
      )}
    </>
  );
}
