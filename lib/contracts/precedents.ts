import { z } from "zod";

import { id, page, wellFormed } from "./fields";
import { decision, disagreementKind } from "./review";

export const ruleParams = z.object({ projectId: id, ruleId: wellFormed(64).min(1) });

export const precedent = decision.extend({
  disagreementId: id,
  articleTitle: z.string(),
  family: z.string(),
  kind: disagreementKind,
  /** What the annotators had marked. */
  quotes: z.array(z.string()),
  /** Whether it is in force: neither replaced, taken back, nor on spans that changed. */
  isStanding: z.boolean(),
});
export type Precedent = z.infer<typeof precedent>;

export const precedentPage = page(precedent).extend({
  rule: z.object({ id: z.string(), title: z.string(), text: z.string() }),
});
export type PrecedentPage = z.infer<typeof precedentPage>;

export const citedRule = z.object({ id: z.string(), title: z.string(), count: z.int() });
export type CitedRule = z.infer<typeof citedRule>;
export const citedRules = z.object({ items: z.array(citedRule) });
