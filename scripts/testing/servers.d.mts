export type RunningServer = {
  url: string;
  dataDir: string;
  stop: () => Promise<void>;
  kill: () => Promise<void>;
  readOutput: () => string;
};
export function freePort(): Promise<number>;
export function startSlantwise(
  name: string,
  env: Record<string, string>,
  options?: { isKept?: boolean },
): Promise<RunningServer>;
