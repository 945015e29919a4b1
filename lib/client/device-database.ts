import { type DBSchema, type IDBPDatabase, openDB } from "idb";

import type { OverruledHints } from "@/lib/contracts/assignments";
import type { OperationResult } from "@/lib/contracts/operations";
import type { History } from "@/lib/domain/annotation/history";
import type { LayerSpan } from "@/lib/domain/annotation/layer";
import type { Operation } from "@/lib/domain/annotation/operation";
import type { AnswerValue } from "@/lib/domain/codebook/check-answers";
import type { SegmentName } from "@/lib/domain/spans/span";

/** One change that the server has not acknowledged. `sequence` is its place in the line. */
export type OutboxEntry = {
  sequence?: number;
  userId: string;
  assignmentId: string;
  operation: Operation;
  /** The span as its author had it before; not of one that was added. */
  before?: LayerSpan;
};

/** A change that the server will not take, kept until its author has seen it. */
export type RefusedEntry = {
  id: string;
  userId: string;
  assignmentId: string;
  operation: Operation;
  before?: LayerSpan;
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
  view?: ReadingView;
  /** The layer's on the server when something was last acknowledged; in a record of its own. */
  revision?: number;
};

/** Where somebody was in an article, to go on there. */
export type ReadingView = {
  panel: "spans" | "codebook";
  filter: string;
  selectedId: string | null;
  /** UTF-16 offset at the top of the window; null at the top of the page. */
  top: { segment: SegmentName; offset: number } | null;
};

interface Schema extends DBSchema {
  outbox: { key: number; value: OutboxEntry; indexes: { byOwner: [string, string] } };
  refused: { key: string; value: RefusedEntry; indexes: { byOwner: [string, string] } };
  memory: { key: string; value: WorkMemory };
}

/**
 * Why nothing can be kept on this device: the browser refuses, its space is used up, or a newer
 * version of the app, in another tab, has given the database another shape.
 */
export type StorageFailure = "no_storage" | "storage_full" | "outdated";

let opened: Promise<IDBPDatabase<Schema>> | undefined;

/** The app's database on this device. @throws when the browser gives no storage */
export function deviceDatabase(): Promise<IDBPDatabase<Schema>> {
  return (opened ??= open().catch((error: unknown) => {
    // What failed once may go well later: the next call tries again.
    opened = undefined;
    throw error;
  }));
}

function open(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>("slantwise", 2, {
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
    // The browser has closed it, for cleared site data say: the next call opens it anew.
    terminated() {
      opened = undefined;
    },
  });
}

export function storageFailureOf(error: unknown): StorageFailure {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "QuotaExceededError") return "storage_full";
  return name === "VersionError" ? "outdated" : "no_storage";
}

/** A day's work of the busiest annotator fits into this many times over. */
const neededBytes = 4 * 1024 * 1024;

/** Whether work can be kept here, found out by keeping something. Null when it can. */
export async function findStorageFailure(): Promise<StorageFailure | null> {
  try {
    const transaction = (await deviceDatabase()).transaction("memory", "readwrite");
    await transaction.store.put({ key: "probe" });
    await transaction.store.delete("probe");
    await transaction.done;
  } catch (error) {
    return storageFailureOf(error);
  }
  // Only secure origins tell; elsewhere the write above has to do.
  const storage = navigator.storage as StorageManager | undefined;
  const { quota, usage = 0 } = (await storage?.estimate().catch(() => undefined)) ?? {};
  if (quota !== undefined && quota - usage < neededBytes) return "storage_full";
  // A browser that grants this won't clear the outbox to make room.
  await storage?.persist().catch(() => false);
  return null;
}
