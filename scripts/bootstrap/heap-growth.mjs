// Preloaded into the app. Left to itself V8 comes to collect all garbage after every few megabytes
// that a download passes on, and each time everybody's request stands still for a hundredth of a
// second: let the heap become twice what is alive first. Unlike an argument, this is passed over by
// a version of Node that has no such flag.
import { setFlagsFromString } from "node:v8";

setFlagsFromString("--heap-growing-percent=100");
