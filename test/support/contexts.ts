import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";

/**
 * Browser contexts that are lent and given back. One that comes back keeps the scripts that it has
 * loaded and compiled, half the time of a page, and nothing else: storage, cookies and permissions
 * are cleared. One that never comes back, as when a test fails, is not lent again.
 */
export interface Contexts {
  /** A context of these options with nothing kept in it; closing it gives it back. */
  lend(options: BrowserContextOptions): Promise<BrowserContext>;
}

/** A context with a page of its own that keeps its process alive between tests. */
interface Warm {
  readonly context: BrowserContext;
  readonly keeper: Page;
}

/** The contexts of one browser, for pages of one origin. */
export function contextsOf(browser: Browser, origin: string): Contexts {
  const free = new Map<string, Warm[]>();
  return {
    async lend(options) {
      const key = JSON.stringify(options);
      const warm = free.get(key)?.pop() ?? (await warmed(browser, options, origin));
      const giveBack = async () => {
        await clear(warm, origin);
        free.set(key, [...(free.get(key) ?? []), warm]);
      };
      return new Proxy(warm.context, {
        get(context, name) {
          if (name === "close") return giveBack;
          const value: unknown = Reflect.get(context, name);
          return typeof value === "function" ? value.bind(context) : value;
        },
      });
    },
  };
}

async function warmed(
  browser: Browser,
  options: BrowserContextOptions,
  origin: string,
): Promise<Warm> {
  const context = await browser.newContext(options);
  const keeper = await context.newPage();
  await keeper.goto(`${origin}/icon.svg`);
  return { context, keeper };
}

async function clear({ context, keeper }: Warm, origin: string): Promise<void> {
  const others = context.pages().filter((page) => page !== keeper);
  await Promise.all(others.map((page) => page.close()));
  const session = await context.newCDPSession(keeper);
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  await session.detach();
  await Promise.all([context.clearCookies(), context.clearPermissions()]);
}
