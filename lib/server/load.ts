import "server-only";
import { notFound, redirect } from "next/navigation";

import type { Actor } from "../domain/access/actor";
import { AppError } from "../domain/errors";
import { currentActor } from "./session";

/** For pages: reads as the signed-in person, else goes to sign-in; missing and forbidden look the same. */
export async function load<Result>(read: (actor: Actor) => Promise<Result>): Promise<Result> {
  const actor = (await currentActor()) ?? redirect("/sign-in");
  try {
    return await read(actor);
  } catch (error) {
    if (error instanceof AppError && (error.code === "not_found" || error.code === "forbidden")) {
      notFound();
    }
    throw error;
  }
}
