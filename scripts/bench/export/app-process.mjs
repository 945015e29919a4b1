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

/** Samples the resident memory of a process, ten times a second. */
export function watchMemory(pid) {
  let peakMib = 0;
  const look = () => {
    try {
      const [, kib] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
      peakMib = Math.max(peakMib, Number(kib ?? 0) / 1024);
    } catch {
      // Without /proc nothing is measured.
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
