// Reads scenario files; README.md says what they look like.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const kRequest = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|BREW) (\S+)$/;

function parseToken(line, where) {
  const found = /^@token (\w+) (\{.*\})((?: [\w.]+=\S+)*)$/.exec(line);
  if (!found) throw new Error(`${where}: expected @token name {claims} [alg=… key=… typ=…]`);
  return { name: found[1], claims: JSON.parse(found[2]), how: Object.fromEntries(found[3].trim().split(' ').filter(Boolean).map((pair) => pair.split('='))) };
}

function parseExchange(lines, where) {
  const exchange = { headers: [], expect: { headers: [], checks: [] } };
  [, exchange.method, exchange.target] = kRequest.exec(lines[0]);
  let into = exchange;
  let body = null;
  const close = () => { if (body !== null && body.join('\n').trim() !== '') into.body = body.join('\n').trim(); };
  for (const line of lines.slice(1)) {
    const status = /^--- (\d{3})$/.exec(line);
    if (status) {
      close();
      into = exchange.expect;
      into.status = Number(status[1]);
      body = null;
    } else if (into === exchange.expect && /^@(save|within|log|no-log) /.test(line)) {
      into.checks.push(line.slice(1));
    } else if (body !== null) {
      body.push(line);
    } else if (line.trim() === '') {
      body = [];
    } else {
      const colon = line.indexOf(':');
      if (colon < 0) throw new Error(`${where}: expected a header, found ${line}`);
      into.headers.push([line.slice(0, colon), line.slice(colon + 1).trim()]);
    }
  }
  close();
  if (exchange.expect.status === undefined) throw new Error(`${where}: no '--- status'`);
  return exchange;
}

export function parseFile(file) {
  const made = { file: path.basename(file), model: null, tokens: [], keys: [], scenarios: [] };
  let scenario = null;
  let lines = null;
  let expecting = false;
  const close = () => { if (lines) scenario.exchanges.push(parseExchange(lines, `${made.file}: ${scenario.name}`)); lines = null; };
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('### ')) {
      close();
      scenario = { name: line.slice(4).trim(), exchanges: [] };
      made.scenarios.push(scenario);
    } else if (scenario === null) {
      if (line.startsWith('@model ')) made.model = line.slice(7).trim();
      else if (line.startsWith('@token ')) made.tokens.push(parseToken(line, made.file));
      else if (line.startsWith('@key ')) made.keys.push({ name: line.split(' ')[1], args: line.split(' ').slice(2) });
      else if (line.trim() !== '' && !line.startsWith('#')) throw new Error(`${made.file}: unexpected ${line}`);
    } else if (kRequest.test(line) && (lines === null || expecting)) {
      close();
      lines = [line];
      expecting = false;
    } else if (lines !== null) {
      if (line.startsWith('--- ')) expecting = true;
      lines.push(line);
    } else if (line.trim() !== '' && !line.startsWith('# ')) {
      throw new Error(`${made.file}: ${scenario.name}: expected a request, found ${line}`);
    }
  }
  close();
  for (const each of made.scenarios) if (each.exchanges.length === 0) throw new Error(`${made.file}: ${each.name} asks nothing`);
  return made;
}

export const parseAll = (directory) =>
  readdirSync(directory).filter((name) => name.endsWith('.http')).sort().map((name) => parseFile(path.join(directory, name)));
