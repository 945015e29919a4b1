/** Runs one step and prints a line with its time. `work` may return a note to add to the line. */
export async function step(name, work) {
  const begun = performance.now();
  const note = await work();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(`  ${name.padEnd(24)} ${seconds.padStart(6)} s  ${note ?? ""}\n`);
}
