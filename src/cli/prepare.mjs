// Plain Node without dependencies: it runs before there is a node_modules.
import { spawnSync } from "node:child_process";
import { readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the checkout. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Installs the locked packages when node_modules does not hold exactly those. */
export function installWhatIsLocked() {
  if (agrees(readPackages("package-lock.json"), readPackages("node_modules/.package-lock.json"))) {
    return;
  }
  process.stderr.write("Installing the locked packages (once, and after changes of them) …\n");
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  const options = { cwd: ROOT, stdio: ["ignore", 2, 2] };
  const npm = process.env.npm_execpath;
  const result = npm?.endsWith(".js")
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  if (result.status !== 0) {
    process.stderr.write("The packages could not be installed; npm says why above.\n");
    process.exit(2);
  }
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(ROOT, file), "utf8")).packages ?? {};
  } catch {
    return undefined;
  }
}

// Packages for other machines are locked but not installed; npm marks all of those as optional.
function agrees(locked, installed) {
  if (locked === undefined || installed === undefined) return false;
  const same = (name) =>
    installed[name]?.version === locked[name]?.version &&
    installed[name]?.integrity === locked[name]?.integrity;
  return (
    Object.keys(installed).every((name) => name in locked && same(name)) &&
    Object.keys(locked).every(
      (name) => name === "" || (locked[name].optional && !(name in installed)) || same(name),
    )
  );
}

if (
  process.argv[1] !== undefined &&
  realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
) {
  installWhatIsLocked();
}
