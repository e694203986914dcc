import { type ChildProcess, spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";

const ROOT = dirname(dirname(import.meta.dirname));

function launch(...words: string[]): ChildProcess {
  return spawn(process.execPath, [join(ROOT, "src/cli/launcher.mjs"), ...words], {
    env: { ...process.env, BROWSER: "none" },
    stdio: ["pipe", "pipe", "pipe"],
  });
}

async function finish(child: ChildProcess, input = "") {
  child.stdin?.end(input);
  const code = new Promise((resolve) => child.on("exit", resolve));
  const [out, remarks] = await Promise.all([
    child.stdout === null ? "" : text(child.stdout),
    child.stderr === null ? "" : text(child.stderr),
  ]);
  return { code: await code, out, remarks };
}

test("the launcher builds what is stale and runs the command line", async () => {
  const listed = await finish(launch("list", "formats"));
  expect(listed.code).toBe(0);
  expect(listed.out).toMatch(/^svg /);
  const checked = await finish(launch("check", "-"), "A = relu(?)\n");
  expect(checked.code).toBe(1);
  expect(checked.remarks).toContain("-:1:10: error S05: ");
  const refused = await finish(launch("chekc"));
  expect(refused.code).toBe(2);
  expect(refused.remarks).toContain("axisloom: There is no command `chekc`. Did you mean `check`?");
  expect(refused.remarks).not.toMatch(/^\s+at /m);
});

test("a reader that stops listening ends the program quietly", async () => {
  const child = launch("export", "preset:transformer", "--to", "svg");
  child.stdin?.end();
  child.stdout?.destroy();
  const remarks = child.stderr === null ? "" : await text(child.stderr);
  expect(remarks).not.toContain("axisloom:");
  expect(remarks).not.toMatch(/^\s+at /m);
});
