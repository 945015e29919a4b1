import type { TextProblem } from "../../domain/text/decode-utf8";

export type UploadedFile = { name: string; bytes: Uint8Array };
/** Something wrong with an upload: which file, where in it, and what to do. */
export type FileProblem = TextProblem & { file: string };
export type Unpacked = { files: UploadedFile[]; errors: FileProblem[] };

/** A file's name without folders. */
export function baseOf(file: string): string {
  return file.replace(/^.*[/\\]/, "");
}

/** A file's name without folders and extension. */
export function stemOf(file: string): string {
  return baseOf(file).replace(/\.[^.]+$/, "");
}

/** The extension in lower case, without the dot; empty if there is none. */
export function extensionOf(file: string): string {
  return /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase() ?? "";
}
