// A reader's terminal: one bash for all snippets of a guide, in a folder of its own. `bedplate dev` and `serve` go to the
// background, where a reader has another terminal for them; a second one of a folder ends the first.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { program } from '../../support/program.mjs';

const kMark = '--- end of snippet ';
const kPreamble = `
declare -A servers
curl() { command curl -sS --max-time 20 "$@" && echo; }
bedplate() {
  case $1 in
    dev | serve)
      if [[ -n \${servers[$2]:-} ]]; then kill "\${servers[$2]}"; wait "\${servers[$2]}"; fi
      : >"$2.log"
      command bedplate "$@" >>"$2.log" 2>&1 &
      servers[$2]=$!
      for _ in $(seq 200); do
        ! grep -qE 'http://[0-9.]+:[0-9]+' "$2.log" || return 0
        kill -0 "\${servers[$2]}" 2>/dev/null || break
        sleep 0.05
      done
      cat "$2.log"; return 1 ;;
    *) command bedplate "$@" ;;
  esac
}
trap 'kill "\${servers[@]}" 2>/dev/null' EXIT
`;

export class Shell {
  constructor(environment = {}) {
    this.folder = mkdtempSync(path.join(os.tmpdir(), 'bedplate-snippets-'));
    mkdirSync(path.join(this.folder, 'bin'));
    symlinkSync(program, path.join(this.folder, 'bin/bedplate'));
    const env = { ...process.env, ...environment, PATH: `${this.folder}/bin:${process.env.PATH}`, NO_COLOR: '1' };
    this.child = spawn('bash', ['--norc'], { cwd: this.folder, env, stdio: ['pipe', 'pipe', 'pipe'] });
    this.printed = '';
    for (const stream of [this.child.stdout, this.child.stderr]) stream.on('data', (text) => { this.printed += text; this.arrived?.(); });
    this.ended = new Promise((resolve) => this.child.once('exit', () => { this.over = true; this.arrived?.(); resolve(); }));
    this.child.stdin.write(`exec 2>&1\n${kPreamble}`);
  }

  /** What `text` prints, and whether each of its commands went well. */
  async run(text) {
    this.printed = '';
    this.child.stdin.write(`failed=0; trap 'failed=1' ERR\n${text}\ntrap - ERR; echo "${kMark}$failed"\n`);
    const last = setTimeout(() => this.child.kill('SIGKILL'), 60_000);
    while (!this.printed.includes(kMark) && !this.over) await new Promise((resolve) => { this.arrived = resolve; });
    clearTimeout(last);
    const [printed, failed] = this.printed.split(kMark);
    return { printed, fine: failed?.trim() === '0' };
  }

  async end() {
    this.child.stdin.end();
    await this.ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}
