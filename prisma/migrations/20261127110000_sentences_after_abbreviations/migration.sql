-- "Mr." ends no sentence any more, so the numbers of those after it are others. Where a span is in its
-- text is worked out again when it is next written to a file.
UPDATE "Span" SET sentence = NULL WHERE sentence IS NOT NULL;
