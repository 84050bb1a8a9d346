// Collects a suite's verdicts and closes with the line that ./dev reads.
export class Verdict {
  passed = 0;
  failed = 0;

  pass() { this.passed += 1; }

  fail(name, why) {
    this.failed += 1;
    console.log(`FAILED ${name}\n  ${String(why?.stack && !why.expected ? why.message : why).split('\n').join('\n  ')}\n`);
  }

  async check(name, body) {
    try {
      await body();
      this.pass();
      return true;
    } catch (error) {
      this.fail(name, error);
      return false;
    }
  }

  close() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    process.exitCode = this.failed === 0 && this.passed > 0 ? 0 : 1;
  }
}
