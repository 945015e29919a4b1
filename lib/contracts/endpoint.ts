import type { z } from "zod";

export type Endpoint = {
  method: "get" | "post" | "patch" | "delete";
  path: string;
  summary: string;
  /** What `{file}` in the path can be; the ending of a name says what a stream is. */
  files?: readonly string[];
  query?: z.ZodType;
  /**
   * A form is an upload: `file`, one or many, and these other fields, all of them text. Bytes are sent
   * as they are.
   */
  body?: z.ZodType | { form: z.ZodType } | "bytes";
  /** A stream is a file that is made while it is sent. */
  result: z.ZodType | "stream" | "events" | "zip" | "file";
  isPublic?: true;
  /** API tokens are refused. */
  isSessionOnly?: true;
};
