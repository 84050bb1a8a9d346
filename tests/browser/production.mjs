// In production: the console is shut without a key and opened by one with the scope, with that key's rights alone; the
// reference is everyone's where it is wanted.
import { execFileSync } from 'node:child_process';
import assert from 'node:assert/strict';
import { Program, exchange, program } from '../support/program.mjs';
import { accessibility, isOnlyOf } from './browser.mjs';

const makeKey = (directory, database, scopes) =>
  execFileSync(program, ['admin', 'key', 'create', directory, '--database', `sqlite:${database}`, '--roles', 'STAFF', '--scope', scopes],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).match(/bp_\w+/)[0];

export async function walkProduction({ verdict, browser, directory, database }) {
  await verdict.check('production: neither is there unless it is wanted', async () => {
    const server = await Program.serve(directory, database);
    const told = [];
    for (const target of ['/console', '/console/api/model', '/docs', '/docs/api/model'])
      told.push((await exchange(server.port, { target })).status);
    await server.stop();
    assert.deepEqual(told, [404, 404, 404, 404]);
  });

  const key = makeKey(directory, database, 'bedplate:admin');
  const other = makeKey(directory, database, 'orders:read');
  const server = await Program.serve(directory, database, { environment: { BEDPLATE_CONSOLE: 'true', BEDPLATE_DOCS: 'true' } });
  await verdict.check('production: the console opens with a key that has the scope', async () => {
    const page = await browser.page(`${server.url}/console`);
    await page.getByLabel('API key').fill(other);
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('alert').waitFor();
    assert.deepEqual(await accessibility(page), []);
    await page.getByLabel('API key').fill(key);
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('heading', { name: 'Customer' }).waitFor();
    isOnlyOf(page, server.url);
    await page.close();
  });
  await verdict.check('production: everyone reads the reference; calls go with a pasted key', async () => {
    const page = await browser.page(`${server.url}/docs#/customers/list`);
    const sample = page.locator('#list .sample');
    await page.getByRole('button', { name: /Call as/ }).click();
    await page.getByLabel('Token or API key').fill(key);
    await page.getByRole('button', { name: 'Use', exact: true }).click();
    await sample.getByRole('button', { name: 'Try it' }).click();
    await sample.getByRole('button', { name: 'Send' }).click();
    await sample.getByText('200 OK').waitFor();
    assert.equal(await page.getByRole('link', { name: 'Console' }).count(), 0);
    isOnlyOf(page, server.url);
    await page.close();
    const model = await exchange(server.port, { target: '/docs/api/model' });
    assert.doesNotMatch(String(model.body), /@allow\(|"roles"|CUSTOMER/);
  });
  await server.stop();
}
