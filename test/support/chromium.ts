import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-dev-shm-usage",
  "--process-per-site",
];

/**
 * Starts a Chromium without a window: the one that CHROMIUM names, an installed one, else the one
 * from npm. `CHROMIUM=npm` asks for the last.
 */
export async function launchChromium(): Promise<Browser> {
  const named = process.env["CHROMIUM"];
  const installed = named ?? INSTALLED.find((path) => existsSync(path)) ?? "npm";
  if (installed !== "npm") {
    return chromium.launch({ executablePath: installed, args: FLAGS });
  }
  // Set before the package is imported, it brings the system libraries that a bare machine lacks.
  process.env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs20.x";
  const { default: packed } = await import("@sparticuz/chromium");
  return chromium.launch({
    executablePath: await packed.executablePath(),
    args: [...FLAGS, "--no-zygote", "--in-process-gpu", "--use-angle=swiftshader"],
  });
}
