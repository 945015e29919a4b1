/** Someone signed in over HTTP, as a script is: keeps the cookies and names its own origin. */
export class Session {
  #cookies = new Map();

  constructor(url) {
    this.url = url;
  }

  /** @throws when the server doesn't take the password */
  async signIn(email, password) {
    const { csrfToken } = await this.get("/api/auth/csrf");
    const form = new URLSearchParams({ email, password, csrfToken, json: "true" });
    const { url } = await this.#send("POST", "/api/auth/callback/credentials", form);
    if (new URL(url, this.url).searchParams.has("error")) throw new Error(`${email}: ${url}`);
    return this;
  }

  get(path) {
    return this.#send("GET", path);
  }

  post(path, body) {
    if (body instanceof Blob) {
      return this.#send("POST", path, body, { "Content-Type": "application/octet-stream" });
    }
    if (body instanceof FormData) return this.#send("POST", path, body);
    return this.#send("POST", path, JSON.stringify(body), { "Content-Type": "application/json" });
  }

  /** For a browser that is to be signed in as the same person. */
  cookies() {
    return [...this.#cookies].map(([name, value]) => ({ name, value, url: this.url }));
  }

  async #send(method, path, body, headers = {}) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(new URL(path, this.url), {
      method,
      redirect: "manual",
      headers: { ...headers, Cookie: cookie, Origin: this.url, Accept: "application/json" },
      ...(body === undefined ? {} : { body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name) this.#cookies.set(name, value);
    }
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    }
    return response.json();
  }
}
