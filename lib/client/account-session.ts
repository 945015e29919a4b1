import { ApiProblem } from "./api-client";
import { forgetPages } from "./offline-pages";

async function csrfToken(): Promise<string> {
  const response = await fetch("/api/auth/csrf");
  const { csrfToken: token } = (await response.json()) as { csrfToken: string };
  return token;
}

async function post(path: string, fields: Record<string, string>): Promise<string> {
  const body = new URLSearchParams({ ...fields, csrfToken: await csrfToken(), json: "true" });
  const response = await fetch(path, { method: "POST", body });
  const { url } = (await response.json()) as { url: string };
  return url;
}

/**
 * Signs in at next-auth's standard endpoint. Pages kept for whoever was here before are forgotten.
 * @throws {ApiProblem} wrong_credentials, or too_many_attempts
 */
export async function signIn(email: string, password: string): Promise<void> {
  const url = await post("/api/auth/callback/credentials", { email, password });
  const error = new URL(url, window.location.origin).searchParams.get("error");
  if (error === "TooManyAttempts") {
    throw new ApiProblem(
      429,
      "too_many_attempts",
      "Too many attempts. Wait a quarter of an hour, then try again.",
    );
  }
  if (error) {
    throw new ApiProblem(401, "wrong_credentials", "E-mail or password isn't right.");
  }
  await forgetPages();
}

export async function signOut(): Promise<void> {
  await post("/api/auth/signout", {});
  await forgetPages();
}
