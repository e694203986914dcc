// Adds up the reports of vitest; a stage that failed without a failed test counts as a failure.
import { existsSync, readdirSync, readFileSync } from "node:fs";

const folder = new URL("../dist/reports/", import.meta.url);
const reports = (existsSync(folder) ? readdirSync(folder) : []).map((file) =>
  JSON.parse(readFileSync(new URL(file, folder), "utf8")),
);
const sum = (name) => reports.reduce((total, report) => total + report[name], 0);
const stagesFailed = Number(process.argv[2] ?? 0);
const failed = Math.max(sum("numFailedTests"), stagesFailed);
console.log(`${sum("numPassedTests")} passed, ${failed} failed`);
process.exitCode = failed === 0 && stagesFailed === 0 ? 0 : 1;
