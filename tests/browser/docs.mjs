// The reference in development: reading, deep links, trying calls.
import assert from 'node:assert/strict';
import path from 'node:path';
import { accessibility, isOnlyOf, settled } from './browser.mjs';

const kPages = ['/start', '/queries', '/errors', '/products', '/orders/create'];

export async function walkDocs({ verdict, browser, url, images }) {
  const open = async (hash, colours) => {
    const page = await browser.page(`${url}/docs#${hash}`, colours);
    await settled(page);
    return page;
  };
  const close = async (page) => {
    isOnlyOf(page, url);
    await page.close();
  };
  const check = (name, hash, body) => verdict.check(`docs: ${name}`, async () => {
    const page = await open(hash);
    await body(page);
    await close(page);
  });

  await check('an entity with its fields, limits and endpoints', '/products', async (page) => {
    await page.getByRole('heading', { name: 'Product', exact: true }).waitFor();
    await page.getByText('What the shop paid; a secret of the admins.').first().waitFor();
    await page.getByText('Matches ^[A-Z0-9-]{3,20}$.').first().waitFor();
    const endpoints = await page.getByLabel('Endpoints of Product').innerText();
    for (const one of ['GET\n/api/products', 'POST\n/api/products', 'PATCH\n/api/products/{id}', 'DELETE\n/api/products/{id}'])
      assert.ok(endpoints.includes(one), `${one} in ${endpoints}`);
    assert.doesNotMatch(await page.locator('main').innerText(), /STAFF|@allow/);
  });

  await check('what nobody may do is not there', '/orderItems', async (page) => {
    await page.getByRole('heading', { name: 'Create orderItems' }).waitFor();
    assert.equal(await page.getByRole('heading', { name: /Update|Delete/ }).count(), 0);
  });

  await check('a deep link leads to the operation', '/orders/create', async (page) => {
    const at = await page.locator('#create').evaluate((section) => section.getBoundingClientRect().top);
    assert.ok(at >= 0 && at < 200, `it is at ${at}`);
  });

  await check('a call is tried as nobody, and as a role', '/customers/list', async (page) => {
    const sample = page.locator('#list .sample');
    await sample.getByRole('button', { name: 'Try it' }).click();
    await sample.getByRole('button', { name: 'Send' }).click();
    await sample.getByText('401 Unauthorized').waitFor();
    await page.getByRole('button', { name: /Call as/ }).click();
    await page.getByLabel('Role').selectOption('STAFF');
    await page.getByRole('button', { name: 'Use', exact: true }).click();
    await sample.getByLabel('select of List customers').fill('id,name');
    assert.match(await sample.getByLabel('Command of List customers').innerText(), /select=id,name[\s\S]*Bearer \$token/);
    await sample.getByRole('button', { name: 'Send' }).click();
    await sample.getByText('200 OK').waitFor();
    assert.match(await sample.getByLabel('Reply of List customers').innerText(), /"name": "/);
  });

  await check('a body is tried; the reply names what is wrong', '/categories/create', async (page) => {
    const sample = page.locator('#create .sample');
    await sample.getByRole('button', { name: 'Try it' }).click();
    await sample.getByRole('textbox', { name: 'Body of' }).fill('{"name": 7}');
    await sample.getByRole('button', { name: 'Send' }).click();
    await sample.getByText(/"reason": "/).waitFor();
  });

  await check('the same for postgrest-js', '/orders', async (page) => {
    const sample = page.locator('#get .sample');
    await sample.getByRole('button', { name: 'postgrest-js' }).click();
    assert.match(await sample.getByRole('region', { name: 'Command of' }).innerText(), /client\s*\.from\('orders'\)\s*\.select\(\)\s*\.eq\('id', '1'\)\s*\.single\(\)/);
  });

  await check('entities are found by name', '/start', async (page) => {
    await page.getByLabel('Find an entity').fill('item');
    assert.deepEqual(await page.locator('.side ul').last().getByRole('link').allInnerTexts(), ['OrderItem']);
  });

  for (const colours of ['light', 'dark'])
    for (const hash of kPages)
      await verdict.check(`docs: ${hash} is accessible in ${colours}`, async () => {
        const page = await open(hash, colours);
        assert.deepEqual(await accessibility(page), []);
        if (images && hash === '/products' && colours === 'light') await page.screenshot({ path: path.join(images, 'docs-entity.png') });
        await close(page);
      });
}
