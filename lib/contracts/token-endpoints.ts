import type { Endpoint } from "./endpoint";
import { createTokenBody, createTokenResult, revokeTokenResult, tokenPage } from "./tokens";

/** A token never makes tokens: these want a session. */
export const tokens: Endpoint[] = [
  {
    method: "get",
    path: "/api/v1/tokens",
    summary: "My API tokens, without their secrets",
    result: tokenPage,
    isSessionOnly: true,
  },
  {
    method: "post",
    path: "/api/v1/tokens",
    summary: "Make an API token; it is shown this once",
    body: createTokenBody,
    result: createTokenResult,
    isSessionOnly: true,
  },
  {
    method: "delete",
    path: "/api/v1/tokens/{tokenId}",
    summary: "Revoke an API token",
    result: revokeTokenResult,
    isSessionOnly: true,
  },
];
