// The console in development: looking at rows, changing them, seeing why.
import assert from 'node:assert/strict';
import path from 'node:path';
import { accessibility, becomes, isOnlyOf, settled } from './browser.mjs';

const kPages = ['/rows/products', '/rows/orders?status=eq.PAID', '/diagram', '/access/orders', '/requests', '/health'];

export async function walkConsole({ verdict, browser, url, images }) {
  const console = `${url}/console`;
  const open = async (hash, colours) => {
    const page = await browser.page(`${console}#${hash}`, colours);
    await settled(page);
    return page;
  };
  const close = async (page) => {
    isOnlyOf(page, url);
    await page.close();
  };
  const check = (name, hash, body) => verdict.check(`console: ${name}`, async () => {
    const page = await open(hash);
    await body(page);
    await close(page);
  });
  const cell = (page, row, column) => page.locator('tbody tr').nth(row).locator('td').nth(column);

  await check('rows of an entity, as the strongest role', '/rows/products', async (page) => {
    await page.getByRole('heading', { name: 'Product' }).waitFor();
    await becomes(async () => (await page.locator('tbody tr').count()) >= 2, true);
    await page.getByRole('button', { name: 'View as ADMIN' }).waitFor();
    assert.match(await page.locator('thead').innerText(), /sku[\s\S]*cost/);
  });

  await check('a filter narrows the list, its chip widens it again', '/rows/products', async (page) => {
    const all = await page.locator('tbody tr').count();
    await page.getByLabel('Field').selectOption('name');
    await page.getByLabel('Value').fill('*a*');
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.locator('.chip').waitFor();
    assert.match(page.url(), /name=ilike\.\*a\*|name=ilike\.%2Aa%2A/);
    await page.getByRole('button', { name: 'Take the filter of name away' }).click();
    await becomes(() => page.locator('tbody tr').count(), all);
  });

  await check('a heading sorts, up, down and not', '/rows/products', async (page) => {
    const heading = page.getByRole('button', { name: 'price', exact: true });
    await heading.click();
    await page.locator('th[aria-sort=ascending]').waitFor();
    await settled(page);
    const column = await page.locator('thead th').allInnerTexts().then((names) => names.indexOf('price'));
    const prices = async () => (await page.locator(`tbody td:nth-child(${column + 1})`).allInnerTexts()).map(Number);
    const up = await prices();
    assert.deepEqual(up, [...up].sort((a, b) => a - b));
    await heading.click();
    await page.locator('th[aria-sort=descending]').waitFor();
  });

  await check('a cell is edited in place by keyboard; a refusal says why', '/rows/customers', async (page) => {
    const column = await page.locator('thead th').allInnerTexts().then((names) => names.indexOf('name'));
    await cell(page, 0, column).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'name' }).fill('Ada Lovelace');
    await page.keyboard.press('Enter');
    await page.getByRole('cell', { name: 'Ada Lovelace' }).waitFor();
    await cell(page, 0, column).dblclick();
    await page.getByRole('textbox', { name: 'name' }).fill('');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('cell', { name: 'Ada Lovelace' }).waitFor();
  });

  await check('a row opens: its relations, and the rule that decides', '/rows/orders', async (page) => {
    await page.getByRole('button', { name: 'Open row 1' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('@allow(to: [DELETE], roles: [ADMIN])').waitFor();
    if (images) await page.screenshot({ path: path.join(images, 'console-row.png') });
    assert.deepEqual(await accessibility(page), []);
    await sheet.getByRole('link', { name: 'items' }).click();
    await page.getByRole('heading', { name: /items/ }).waitFor();
    assert.match(page.url(), /rows\/orders\/[^/]+\/items/);
  });

  await check('a foreign key leads to its row', '/rows/orders', async (page) => {
    await page.locator('tbody a').first().click();
    await page.getByRole('heading', { name: 'Customer' }).waitFor();
    await becomes(() => page.locator('tbody tr').count(), 1);
  });

  await check('a new row; what is missing is named', '/rows/categories', async (page) => {
    await page.getByRole('button', { name: 'New Category' }).click();
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page.getByRole('alert').waitFor();
    assert.deepEqual(await accessibility(page), []);
    await page.getByRole('textbox', { name: /^name/ }).fill('Made in the console');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page.getByRole('cell', { name: 'Made in the console' }).waitFor();
  });

  await check('a row is deleted after a second word', '/rows/categories?name=eq.Made in the console', async (page) => {
    await page.getByRole('button', { name: 'Open row 1' }).click();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Delete it for good' }).click();
    await page.getByText('No row fits').waitFor();
  });

  await check('view as: another caller sees other rows and fields', '/rows/customers', async (page) => {
    await page.getByRole('button', { name: /View as/ }).click();
    await page.getByLabel('Role').selectOption('CUSTOMER');
    await page.getByLabel(/^Id/).fill('bob');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'View as CUSTOMER, id bob' }).waitFor();
    await becomes(() => page.locator('tbody tr').count(), 1);
    assert.doesNotMatch(await page.locator('thead').innerText(), /notes/);
  });

  await check('access: verdicts of each verb with their rules', '/access/orders', async (page) => {
    await page.getByText('an @allow of Order grants READ to this caller on every row').waitFor();
    await becomes(() => page.locator('.verdicts > li').count(), 4);
  });

  await check('the diagram leads to rows', '/diagram', async (page) => {
    await becomes(() => page.locator('svg .box').count(), 6);
    await page.getByRole('link', { name: 'Rows of OrderItem' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'OrderItem' }).waitFor();
  });

  await check('requests as they come in', '/requests', async (page) => {
    await page.getByText('/api/orders').first().waitFor();
    await fetch(`${url}/api/nothing?seen=in%20the%20console`);
    await page.getByText('?seen=in the console').waitFor();
    await page.getByLabel('Only failed ones').check();
    await page.getByLabel('Find a request').fill('nothing');
    await becomes(() => page.locator('tbody tr').count(), 1);
    assert.match(await page.locator('tbody tr').innerText(), /GET[\s\S]*404/);
    assert.doesNotMatch(await page.locator('main').innerText(), /\/console/);
  });

  await check('health', '/health', async (page) => {
    await page.getByText('ready', { exact: true }).waitFor();
  });

  for (const colours of ['light', 'dark'])
    for (const hash of kPages)
      await verdict.check(`console: ${hash} is accessible in ${colours}`, async () => {
        const page = await open(hash, colours);
        assert.equal(await page.locator('html').getAttribute('data-theme'), colours);
        assert.deepEqual(await accessibility(page), []);
        const name = /^\/(\w+)/.exec(hash)[1];
        if (images && (hash === '/diagram' || hash === '/rows/products') && colours === (name === 'rows' ? 'light' : 'dark'))
          await page.screenshot({ path: path.join(images, `console-${name}.png`) });
        await close(page);
      });
}
