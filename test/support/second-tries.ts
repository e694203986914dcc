import type { Reporter, TestCase } from "vitest/node";

/**
 * A reporter of the browser tests that passed only when tried again, which CI allows once. They
 * pass, and are named at the end, so that a race is seen and mended instead of hidden.
 */
export default class SecondTries implements Reporter {
  readonly #names: string[] = [];

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky === true)
      this.#names.push(`${test.module.relativeModuleId} > ${test.fullName}`);
  }

  onTestRunEnd(): void {
    if (this.#names.length === 0) return;
    console.log(`Passed at the second try:\n${this.#names.map((it) => `  ${it}\n`).join("")}`);
  }
}
