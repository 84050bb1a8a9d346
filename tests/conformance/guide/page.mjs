// A page's snippets, in their order:
//   a block behind a line that ends with `path`:     is written to that file, below the reader's folder
//   a block of sh                                    is run, unless <!-- not run: why --> stands before it
//   a block of json or text directly behind it       is what that prints; … stands for whatever there is
import { readFileSync } from 'node:fs';

import { matchJson } from '../../http/match.mjs';

export function readSnippets(file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const snippets = [];
  let before = ''; // the last line that is not blank
  let last = null; // the block of sh that ended there
  for (let i = 0; i < lines.length; ++i) {
    const fence = /^```(\w*)$/.exec(lines[i]);
    if (!fence) {
      if (lines[i].trim() === '') continue;
      before = lines[i];
      last = null;
      continue;
    }
    const line = i + 1;
    const end = lines.indexOf('```', i + 1);
    const text = `${lines.slice(i + 1, end).join('\n')}\n`;
    i = end;
    const path = /`([\w./-]+\.\w+)`:$/.exec(before)?.[1];
    const skipped = before.startsWith('<!-- not run');
    before = '';
    if (path) snippets.push({ kind: 'file', line, path, text });
    else if (fence[1] === 'sh' && !skipped) snippets.push((last = { kind: 'run', line, text }));
    else if (last && ['json', 'text'].includes(fence[1])) { last.expected = { language: fence[1], text }; last = null; }
    else last = null;
  }
  return snippets;
}

const steady = (text) => text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2026-01-01T00:00:00Z')
  .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '00000000-0000-7000-8000-000000000000');
const plain = (text) => steady(text).replace(/\s*\n/g, '\n').trim();

/**
 * Differences; none where it fits. Instants and ids may be others; of a problem, members that the page leaves out may be
 * there.
 */
export function differences(found, { language, text }) {
  if (language === 'json') {
    const wanted = JSON.parse(steady(text).replaceAll('"…"', '"*"'));
    return matchJson(JSON.parse(steady(found)), wanted, !('reason' in wanted));
  }
  const pattern = plain(text).split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^]*?');
  return new RegExp(`^${pattern}$`).test(plain(found)) ? [] : [`the page says\n${text}`];
}
