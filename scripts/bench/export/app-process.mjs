import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** Id of the process that listens on a port of 127.0.0.1, or null where there is no /proc. */
export function findListener(port) {
  try {
    const address = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
    const rows = ["/proc/net/tcp", "/proc/net/tcp6"].flatMap((file) =>
      readFileSync(file, "utf8").trim().split("\n").slice(1),
    );
    const inodes = rows
      .map((row) => row.trim().split(/\s+/))
      .filter(([, local, , state]) => local.endsWith(address) && state === "0A")
      .map((cells) => `socket:[${cells[9]}]`);
    const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
    return (
      pids.map(Number).find((pid) => openFiles(pid).some((file) => inodes.includes(file))) ?? null
    );
  } catch {
    return null;
  }
}

function openFiles(pid) {
  try {
    const folder = `/proc/${pid}/fd`;
    return readdirSync(folder).map((fd) => readlinkSync(`${folder}/${fd}`));
  } catch {
    // Somebody else's process, or one that has ended.
    return [];
  }
}

/** Samples the resident memory of a process, or of several together, ten times a second. */
export function watchMemory(...pids) {
  return watchMemoryOf(() => pids);
}

/** As `watchMemory`, of the app and all that works for it but the database, as they come and go. */
export function watchAppMemory(listener) {
  return watchMemoryOf(() => nodesBeside(listener));
}

/** Node processes that have the same parent as `pid`, with theirs. */
function nodesBeside(pid) {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: parentOf(name) }));
  const root = all.find((one) => one.pid === pid)?.parent;
  const found = [];
  for (let parents = [root]; parents.length > 0;) {
    parents = all.filter(({ parent }) => parents.includes(parent)).map((one) => one.pid);
    found.push(...parents);
  }
  return found.filter((one) => isNode(one));
}

function parentOf(pid) {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ")[1],
    );
  } catch {
    return null;
  }
}

function isNode(pid) {
  try {
    return readlinkSync(`/proc/${pid}/exe`) === process.execPath;
  } catch {
    return false;
  }
}

function residentMib(pid) {
  const [, kib] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kib ?? 0) / 1024;
}

function watchMemoryOf(listPids) {
  let peakMib = 0;
  const look = () => {
    try {
      const mib = listPids().map(residentMib);
      peakMib = Math.max(
        peakMib,
        mib.reduce((sum, one) => sum + one, 0),
      );
    } catch {
      // Without /proc nothing is measured, and a process may end in between.
    }
  };
  look();
  const timer = setInterval(look, 100);
  return () => {
    clearInterval(timer);
    look();
    return peakMib > 0 ? peakMib : null;
  };
}
