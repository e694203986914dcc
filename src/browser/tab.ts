const OPEN = "axisloom.open";
const DOCUMENT = "axisloom.tab";

/** Notes that this tab is in use; it is left when the page goes away as pages do. */
export function enterTab(): void {
  try {
    sessionStorage.setItem(OPEN, "1");
    addEventListener("pagehide", () => sessionStorage.removeItem(OPEN));
  } catch {
    // Where storage is refused nothing was kept that could be recovered.
  }
}

/** Whether the page in this tab ended without going away: it crashed, or was stopped. */
export function wasCutShort(): boolean {
  try {
    const [entry] = performance.getEntriesByType("navigation");
    const isReload = entry !== undefined && "type" in entry && entry.type === "reload";
    return isReload && sessionStorage.getItem(OPEN) !== null;
  } catch {
    return false;
  }
}

/** Notes which document this tab has, so that a reload brings back no other tab's. */
export function noteTabDocument(id: string): void {
  try {
    sessionStorage.setItem(DOCUMENT, id);
  } catch {
    // Where storage is refused no document is kept either.
  }
}

/** The document that this tab had before a reload. */
export function tabDocument(): string | undefined {
  try {
    return sessionStorage.getItem(DOCUMENT) ?? undefined;
  } catch {
    return undefined;
  }
}
