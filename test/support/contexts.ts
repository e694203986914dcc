import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";

/**
 * Browser contexts that are lent and given back. One that comes back keeps the scripts that it has
 * loaded and compiled, half the time of a page, and nothing else: storage, cookies and permissions
 * are cleared. One that never comes back, as when a test fails, is not lent again.
 */
export interface Contexts {
  /** A context of these options with nothing kept in it; closing it gives it back. */
  lend(options: BrowserContextOptions): Promise<BrowserContext>;
}

/** The contexts of one browser, for pages of one origin. */
export function contextsOf(browser: Browser, origin: string): Contexts {
  const free = new Map<string, BrowserContext[]>();
  return {
    async lend(options) {
      const key = JSON.stringify(options);
      const kept = free.get(key)?.pop();
      const context = kept ?? (await browser.newContext(options));
      if (kept === undefined) await (await context.newPage()).goto(`${origin}/icon.svg`);
      return new Proxy(context, {
        get(target, name) {
          if (name === "close") {
            return async () => {
              await clear(target, origin);
              free.set(key, [...(free.get(key) ?? []), target]);
            };
          }
          const value: unknown = Reflect.get(target, name);
          return typeof value === "function" ? value.bind(target) : value;
        },
      });
    },
  };
}

async function clear(context: BrowserContext, origin: string): Promise<void> {
  const keeper = context.pages().find((page) => page.url() === `${origin}/icon.svg`);
  await Promise.all(context.pages().flatMap((page) => (page === keeper ? [] : [page.close()])));
  if (keeper === undefined) return;
  const session = await context.newCDPSession(keeper);
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  await session.detach();
  await Promise.all([context.clearCookies(), context.clearPermissions()]);
}
