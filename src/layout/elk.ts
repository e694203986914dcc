import type { ELK } from "elkjs/lib/elk-api.js";

let engine: Promise<ELK> | undefined;

/**
 * ELK, started when it is first needed, since it is a megabyte and a half: in a worker where there
 * are workers (the page), else in this thread.
 */
export function startElk(): Promise<ELK> {
  engine ??= typeof Worker === "undefined" ? loadHere() : loadInWorker();
  return engine;
}

async function loadHere(): Promise<ELK> {
  const { default: Elk } = await import("elkjs/lib/elk.bundled.js");
  return new Elk();
}

async function loadInWorker(): Promise<ELK> {
  const [{ default: Elk }, { default: ElkWorker }] = await Promise.all([
    import("elkjs/lib/elk-api.js"),
    import("elkjs/lib/elk-worker.min.js?worker"),
  ]);
  return new Elk({ workerFactory: () => new ElkWorker() });
}
