// The reference and the console as a person uses them, on examples/shop. `--images <folder>` also writes the pictures of the documentation.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Program, root } from '../support/program.mjs';
import { Verdict } from '../support/verdict.mjs';
import { Browser } from './browser.mjs';
import { walkConsole } from './console.mjs';
import { walkDocs } from './docs.mjs';
import { walkProduction } from './production.mjs';

const verdict = new Verdict();
const work = mkdtempSync(path.join(tmpdir(), 'bedplate-pages.'));
const images = process.argv.includes('--images') ? path.resolve(root, process.argv.at(-1)) : null;
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

const shop = path.join(work, 'shop');
cpSync(path.join(root, 'examples/shop'), shop, { recursive: true, filter: (file) => !/\/(data|\.bedplate)$/.test(file) });
const browser = await Browser.open();
try {
  const dev = await Program.dev(shop);
  await walkDocs({ verdict, browser, url: dev.url, images });
  await walkConsole({ verdict, browser, url: dev.url, images });
  await dev.stop();
  await walkProduction({ verdict, browser, directory: shop, database: path.join(work, 'shop.db') });
} catch (error) {
  verdict.fail('the walk', error);
} finally {
  await browser.close();
}
verdict.close();
process.exit();
