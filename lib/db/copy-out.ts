import type { Socket } from "node:net";
import { Readable } from "node:stream";

import type pg from "pg";

type Listener = (bytes: Buffer) => void;

// Codes: https://www.postgresql.org/docs/current/protocol-message-formats.html
const copyData = 0x64;
/** CopyOutResponse, ParameterStatus, NoticeResponse and NotificationResponse: of no interest here. */
const passedOver = new Set([0x48, 0x53, 0x4e, 0x41]);
const copyDone = 0x63;
const headerBytes = 5;

/**
 * What COPY ... TO STDOUT sends, for `client.query`: a stream of bytes that are cut anywhere, which
 * fails when the database does. Each row comes in a message of its own; that costs no object here,
 * since large exports are read in the process that answers everybody else.
 */
export class CopyOut extends Readable implements pg.Submittable {
  private socket: Socket | null = null;
  private pgListener: Listener = ignore;
  private isWanted = false;
  /** Of the message that is being read. */
  private code = 0;
  private nHeaderBytes = 0;
  private unreadBytes = 0;

  constructor(
    private readonly statement: string,
    highWaterMark?: number,
  ) {
    super({ highWaterMark });
  }

  submit(connection: pg.Connection): void {
    const socket = connection.stream as Socket;
    // Until the end messages are read here and not by pg, which would read on without end.
    this.pgListener = socket.listeners("data")[0] as Listener;
    socket.removeListener("data", this.pgListener);
    socket.pause();
    socket.on("readable", this.forward);
    this.socket = socket;
    connection.query(this.statement);
  }

  override _read(): void {
    this.isWanted = true;
    this.forward();
  }

  private readonly forward = (): void => {
    while (this.isWanted && this.socket) {
      const bytes = this.socket.read() as Buffer | null;
      if (!bytes) return;
      const { nDataBytes, endsAt } = this.gatherData(bytes);
      if (nDataBytes > 0) this.isWanted = this.push(bytes.subarray(0, nDataBytes));
      if (endsAt < bytes.length) this.giveBack(this.socket, bytes.subarray(endsAt));
    }
  };

  /**
   * Moves the data to the front of `bytes`.
   * @returns also where that begins which ends the COPY: behind the last byte if it isn't there yet
   */
  private gatherData(bytes: Buffer): { nDataBytes: number; endsAt: number } {
    let nDataBytes = 0;
    let at = 0;
    while (at < bytes.length) {
      if (this.nHeaderBytes < headerBytes) {
        const byte = bytes[at] ?? 0;
        if (this.nHeaderBytes > 0) this.unreadBytes = this.unreadBytes * 256 + byte;
        else if (byte === copyData || passedOver.has(byte)) this.code = byte;
        else return { nDataBytes, endsAt: at };
        this.nHeaderBytes++;
        at++;
        // The length counts its own four bytes.
        if (this.nHeaderBytes === headerBytes) this.unreadBytes -= headerBytes - 1;
      }
      if (this.nHeaderBytes === headerBytes) {
        const end = Math.min(at + this.unreadBytes, bytes.length);
        if (this.code === copyData) {
          bytes.copyWithin(nDataBytes, at, end);
          nDataBytes += end - at;
        }
        this.unreadBytes -= end - at;
        at = end;
        if (this.unreadBytes === 0) this.nHeaderBytes = 0;
      }
    }
    return { nDataBytes, endsAt: bytes.length };
  }

  /** Leaves the connection to pg again: it reports an error here, and knows when all is over. */
  private giveBack(socket: Socket, rest: Buffer): void {
    this.socket = null;
    socket.removeListener("readable", this.forward);
    socket.on("data", this.pgListener);
    const isDone = rest[0] === copyDone;
    this.pgListener(rest);
    // Only then does the socket know that nobody waits for "readable" any more.
    process.nextTick(() => socket.resume());
    if (isDone) this.push(null);
  }

  handleError(error: Error): void {
    this.destroy(error);
  }

  // pg tells every query of these.
  handleCommandComplete(): void {}
  handleReadyForQuery(): void {}
}

function ignore(): void {}
