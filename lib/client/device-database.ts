import { type DBSchema, type IDBPDatabase, openDB } from "idb";

import type { OverruledHints } from "@/lib/contracts/assignments";
import type { OperationResult } from "@/lib/contracts/operations";
import type { History } from "@/lib/domain/annotation/history";
import type { Operation } from "@/lib/domain/annotation/operation";
import type { AnswerValue } from "@/lib/domain/codebook/check-answers";

/** One change that the server has not acknowledged. `sequence` is its place in the line. */
export type OutboxEntry = {
  sequence?: number;
  userId: string;
  assignmentId: string;
  operation: Operation;
};

/** A change that the server will not take, kept until its author has seen it. */
export type RefusedEntry = {
  id: string;
  userId: string;
  assignmentId: string;
  operation: Operation;
  answer: OperationResult;
  refusedAt: string;
};

/** One annotator's unfinished things about one article that the server doesn't need to know. */
export type WorkMemory = {
  key: string;
  history?: History;
  answers?: Record<string, AnswerValue>;
  overruledHints?: OverruledHints;
  activeSeconds?: number;
};

interface Schema extends DBSchema {
  outbox: { key: number; value: OutboxEntry; indexes: { byOwner: [string, string] } };
  refused: { key: string; value: RefusedEntry; indexes: { byOwner: [string, string] } };
  memory: { key: string; value: WorkMemory };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

/** The app's database on this device. @throws when the browser gives no storage */
export function deviceDatabase(): Promise<IDBPDatabase<Schema>> {
  return (opened ??= openDB<Schema>("slantwise", 2, {
    upgrade(database, oldVersion) {
      if (oldVersion < 1) {
        const outbox = database.createObjectStore("outbox", {
          keyPath: "sequence",
          autoIncrement: true,
        });
        const refused = database.createObjectStore("refused", { keyPath: "id" });
        for (const store of [outbox, refused]) {
          store.createIndex("byOwner", ["userId", "assignmentId"]);
        }
      }
      if (oldVersion < 2) database.createObjectStore("memory", { keyPath: "key" });
    },
    // A tab of a newer version of the app needs the database in its own shape; let it have it.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
  }));
}
