import { spawn } from "node:child_process";

/** Opens an address in the user's browser, and does nothing where there is none. */
export function openBrowser(
  address: string,
  environment: Readonly<Record<string, string | undefined>>,
): void {
  const words = browserCommand(process.platform, environment);
  if (words === undefined) return;
  const [command = "", ...args] = words;
  const child = spawn(command, [...args, address], { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}

/** The command that shows a page, where a screen is to be expected. */
export function browserCommand(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] | undefined {
  if (environment["BROWSER"] === "none" || environment["CI"] !== undefined) return undefined;
  if (platform === "darwin") return ["open"];
  if (platform === "win32") return ["cmd", "/c", "start", ""];
  const screen = environment["DISPLAY"] ?? environment["WAYLAND_DISPLAY"];
  return screen === undefined || screen === "" ? undefined : ["xdg-open"];
}
