// `npm test`: everything, from a bare clone. `npm test -- unit services` runs some steps only.
import { checkNode, generateClient, installDependencies } from "./bootstrap/prepare.mjs";
import { explain } from "./bootstrap/start-error.mjs";
import { step } from "./bootstrap/step.mjs";
import { inLanes } from "./testing/lanes.mjs";
import { steps } from "./testing/steps.mjs";
import { Tally } from "./testing/tally.mjs";

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in steps));
if (unknown.length > 0) {
  process.stderr.write(
    `No such step: ${unknown.join(", ")}. Steps: ${Object.keys(steps).join(", ")}\n`,
  );
  process.exit(2);
}
// Tests bring their own database; the developer's must never be what they write to.
delete process.env.DATABASE_URL;

const tally = new Tally();
const names = chosen.length > 0 ? chosen : Object.keys(steps);

async function run(name) {
  const begun = performance.now();
  const { passed, failed } = await steps[name]();
  tally.close(name, passed, failed);
  process.stdout.write(`(${((performance.now() - begun) / 1000).toFixed(1)} s)\n`);
}

try {
  checkNode();
  await step("dependencies", installDependencies);
  await step("database client", generateClient);
  // Both lanes take about as long. Only one writes to .next, which unit tests of lint look into.
  const lanes = [
    ["format", "unit", "architecture", "services"],
    ["lint", "types", "build"],
  ];
  await inLanes(
    lanes.map((lane) => lane.filter((name) => names.includes(name))),
    run,
  );
  // Alone: what people see has to answer in time.
  if (names.includes("e2e")) await run("e2e");
} catch (error) {
  process.stderr.write(`\n${explain(error)}\n`);
  tally.close("bootstrap", 0, 1);
}
process.exit(tally.closeAll() ? 0 : 1);
