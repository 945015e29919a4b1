/**
 * Runs the items of each lane one after the other, and the lanes beside each other.
 * @throws the first error, once every lane has come to its end
 */
export async function inLanes(lanes, run) {
  const outcomes = await Promise.allSettled(
    lanes.map(async (lane) => {
      for (const item of lane) await run(item);
    }),
  );
  const failed = outcomes.find(({ status }) => status === "rejected");
  if (failed) throw failed.reason;
}
