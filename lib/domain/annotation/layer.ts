import type { Span } from "../spans/span";

/** A span as the log sees it: removed ones stay, so that restoring is an edit like any other. */
export type LayerSpan = Span & { isRemoved: boolean };
export type Layer = ReadonlyMap<string, LayerSpan>;
