-- What an annotator set aside on purpose, with the reason, and whether the source was hidden while
-- the article was read. Null: the article has not been submitted since this is recorded.
ALTER TABLE "Assignment" ADD COLUMN "overruledHints" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "Assignment" ADD COLUMN "wasOutletBlind" BOOLEAN;
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_overruledHints_check"
  CHECK (jsonb_typeof("overruledHints") = 'object');
