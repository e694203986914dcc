import { expect, test } from "vitest";
import { browserCommand } from "../../src/cli/browser.ts";

test("a browser is opened where there is a screen, and nowhere else", () => {
  expect(browserCommand("linux", { DISPLAY: ":0" })).toEqual(["xdg-open"]);
  expect(browserCommand("linux", { WAYLAND_DISPLAY: "wayland-0" })).toEqual(["xdg-open"]);
  expect(browserCommand("linux", {})).toBeUndefined();
  expect(browserCommand("linux", { DISPLAY: "" })).toBeUndefined();
  expect(browserCommand("darwin", {})).toEqual(["open"]);
  expect(browserCommand("win32", {})?.[0]).toBe("cmd");
});

test("a browser is not opened on request, or by a test machine", () => {
  expect(browserCommand("darwin", { BROWSER: "none" })).toBeUndefined();
  expect(browserCommand("linux", { DISPLAY: ":0", CI: "true" })).toBeUndefined();
});
