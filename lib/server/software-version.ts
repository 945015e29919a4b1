import manifest from "../../package.json";

/** As released; stands beside every published number. */
export const softwareVersion: string = manifest.version;
