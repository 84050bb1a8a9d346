// One Chromium for a suite, with a profile of its own; pages that note every request, error and message.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const kSize = { width: 1280, height: 800 };

export class Browser {
  static async open() {
    const made = new Browser();
    made.profile = mkdtempSync(path.join(tmpdir(), 'bedplate-browser.'));
    made.context = await chromium.launchPersistentContext(made.profile, {
      executablePath: '/usr/bin/chromium',
      headless: true,
      viewport: kSize,
      args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
    });
    made.context.setDefaultTimeout(8000);
    return made;
  }

  /** A page at an address, in `light` or `dark`. `page.noted` has all requests, and all that went wrong. */
  async page(address, colours = 'light') {
    const page = await this.context.newPage();
    page.noted = { requests: [], wrong: [], open: 0, quiet: Date.now() };
    const turned = (by) => {
      page.noted.open += by;
      page.noted.quiet = Date.now();
    };
    page.on('request', (request) => {
      page.noted.requests.push(request.url());
      turned(1);
    });
    page.on('requestfinished', () => turned(-1));
    page.on('requestfailed', () => turned(-1));
    page.on('pageerror', (error) => page.noted.wrong.push(error.message));
    page.on('console', (message) => {
      // Refused requests are what some tests are about; the policy's violations are not.
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) page.noted.wrong.push(message.text());
    });
    await page.emulateMedia({ colorScheme: colours });
    await page.goto(address);
    return page;
  }

  async close() {
    await this.context.close();
    rmSync(this.profile, { recursive: true, force: true });
  }
}

/** What axe-core finds, as lines. The page's policy lets no script in, so it is evaluated from outside. */
export async function accessibility(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  return violations.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.target.join(' ')}: ${node.failureSummary}`));
}

/** The page asked this server and nobody else, and nothing went wrong in it. */
export function isOnlyOf(page, url) {
  for (const request of page.noted.requests) assert.ok(request.startsWith(`${url}/`), `it asked ${request}`);
  assert.deepEqual(page.noted.wrong, []);
}

/** Waits until the page has asked for nothing for a moment. */
export async function settled(page) {
  await becomes(() => page.noted.open === 0 && Date.now() - page.noted.quiet > 100, true);
}

/** Waits until `found()` is `wanted`; the policy of the pages lets nothing wait inside them. */
export async function becomes(found, wanted) {
  for (const deadline = Date.now() + 8000; ; await new Promise((resolve) => setTimeout(resolve, 30))) {
    const now = await found();
    if (now === wanted) return;
    assert.ok(Date.now() < deadline, `it is ${now}, and not ${wanted}`);
  }
}
