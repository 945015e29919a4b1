import { ApiProblem, foreignRequest } from "./api-client";
import { forgetPages } from "./offline-pages";

async function post(path: string, fields: Record<string, string>): Promise<string> {
  const { csrfToken } = await foreignRequest<{ csrfToken: string }>("/api/auth/csrf");
  const body = new URLSearchParams({ ...fields, csrfToken, json: "true" });
  const { url } = await foreignRequest<{ url: string }>(path, { method: "POST", body });
  return url;
}

/**
 * Signs in at next-auth's standard endpoint. Pages kept for whoever was here before are forgotten.
 * @throws {ApiProblem} wrong_credentials, too_many_attempts, offline or unreadable
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
