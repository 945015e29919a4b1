import { getTranslations } from "next-intl/server";
import { z } from "zod";

import { readQuery, type SearchParams } from "@/app/read-query";
import { ApiDocs } from "@/components/api-docs/api-docs";
import { openApiDocument } from "@/lib/contracts/openapi";

export async function generateMetadata() {
  return { title: (await getTranslations("apiDocs"))("title") };
}

const docsQuery = z.object({ q: z.string().max(100).default("") });

type Props = { searchParams: SearchParams };

export default async function ApiDocsPage({ searchParams }: Props) {
  const { q } = await readQuery(docsQuery, searchParams);
  return <ApiDocs document={openApiDocument()} search={q} />;
}
