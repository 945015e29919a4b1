// `npm start` serves the production build; `npm run dev` watches the sources.
import { runSlantwise } from "./bootstrap/run-slantwise.mjs";
import { explain } from "./bootstrap/start-error.mjs";

try {
  process.exitCode = await runSlantwise({ isDev: process.argv.includes("--dev") });
} catch (error) {
  process.stderr.write(`\nSlantwise could not go on. ${explain(error)}\n`);
  process.exitCode = 1;
}
// Nothing is left to do: a connection that still closes must not keep the process.
process.exit();
