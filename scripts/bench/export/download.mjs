// Takes one file over HTTP, in a process of its own, and says how that went: url, cookie.
import http from "node:http";

const [url = "", cookie = ""] = process.argv.slice(2);
const begun = performance.now();
let firstByteMs = null;
let nBytes = 0;
const request = http.get(url, { headers: { Cookie: cookie } }, (response) => {
  response.on("data", (chunk) => {
    firstByteMs ??= performance.now() - begun;
    nBytes += chunk.length;
  });
  response.on("error", fail);
  response.on("end", () => {
    const isOk = response.statusCode === 200 && response.complete;
    if (!isOk) fail(new Error(`status ${response.statusCode}`));
    else
      process.stdout.write(JSON.stringify({ firstByteMs, ms: performance.now() - begun, nBytes }));
  });
});
request.on("error", fail);

function fail(error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
