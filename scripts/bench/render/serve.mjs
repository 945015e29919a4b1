import { createServer } from "node:http";
import path from "node:path";

const types = { ".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2" };

const pageFor = (name, hasStyles) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${name}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/article.css" />
    ${hasStyles ? `<link rel="stylesheet" href="/${name}.css" />` : ""}
  </head>
  <body>
    <main class="mx-auto w-full max-w-[68ch] p-6"><div id="article"></div></main>
    <script type="module" src="/${name}.js"></script>
  </body>
</html>`;

/** Serves the bundled pages on the loopback interface, with the answers that saving needs. */
export async function servePages(files, viewerId) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    // Isolated pages get a clock of microseconds instead of tenths of milliseconds.
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    const answer = (type, body) => response.setHeader("Content-Type", type).end(body);
    const file = files.get(pathname);
    if (file) return answer(types[path.extname(pathname)] ?? "application/octet-stream", file);
    const name = /^\/(\w+)$/.exec(pathname)?.[1];
    if (name && files.has(`/${name}.js`)) {
      return answer("text/html", pageFor(name, files.has(`/${name}.css`)));
    }
    if (pathname === "/api/v1/me") {
      return answer("application/json", JSON.stringify({ id: viewerId }));
    }
    if (pathname.endsWith("/operations")) return acknowledge(request, answer);
    response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function acknowledge(request, answer) {
  let body = "";
  for await (const chunk of request) body += chunk;
  const results = JSON.parse(body).operations.map(({ id }) => ({
    id,
    result: "applied",
    revision: 1,
  }));
  answer("application/json", JSON.stringify({ revision: 1, results }));
}
