// Preloaded into the app: when the process that started it dies, even by kill -9, it goes too,
// so that the port and the database are free for the next start.
process.on("disconnect", () => process.exit(1));
process.channel?.unref();
