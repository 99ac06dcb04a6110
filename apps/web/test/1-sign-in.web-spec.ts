import type { Browser } from 'playwright-core';
import { DEMO_PASSWORD } from '#tools/demo/stage.js';
import { furnishedAccounts } from '#tools/demo/accounts.js';
import { signIn } from '#tools/browser/browser.js';
import { openBrowser, signedIn, url, violations, visitor } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  await furnishedAccounts(url);
  browser = await openBrowser();
}, 240_000);
afterAll(() => browser.close());

const guide = 'sg-guide';

describe('signing in', () => {
  it('leads back to the page that was asked for', async () => {
    const { page, context, complaints } = await visitor(browser);
    await page.goto('/cases?state=active');
    await page.waitForURL('**/sign-in?next=*');
    expect(await violations(page)).toEqual([]);
    await signIn(page, guide);
    expect(new URL(page.url()).pathname).toBe('/cases');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says in words what was wrong, and nothing is signed in', async () => {
    const { page, context } = await visitor(browser);
    await page.goto('/sign-in');
    await page.getByLabel('账号').fill(guide);
    await page.getByLabel('密码', { exact: true }).fill('something else');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('alert').filter({ hasText: /密码/ }).waitFor();
    expect(await page.evaluate(() => localStorage.getItem('session'))).toBeNull();
    await context.close();
  });

  it('asks for the password in place when the session has ended, and what was typed is still there', async () => {
    const { page, context } = await signedIn(browser, guide);
    await page.goto('/cases');
    const find = page.getByRole('searchbox', { name: '项目、单位、编号' });
    await find.fill('种业');
    await page.evaluate(() => {
      const session = JSON.parse(localStorage.getItem('session') ?? '{}') as object;
      localStorage.setItem(
        'session',
        JSON.stringify({ ...session, accessToken: 'gone', refreshToken: 'gone'.repeat(6) }),
      );
    });
    await find.press('Enter');
    const dialog = page.getByRole('dialog', { name: '请重新登录' });
    await dialog.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD);
    await dialog.getByRole('button', { name: /登.?录/ }).click();
    await dialog.waitFor({ state: 'hidden' });
    await expect(find.inputValue()).resolves.toBe('种业');
    await context.close();
  });

  it('leaves no session behind when the person signs out', async () => {
    const { page, context } = await signedIn(browser, guide);
    await page.getByRole('button', { name: /^账号/ }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.waitForURL('**/sign-in');
    expect(await page.evaluate(() => localStorage.getItem('session'))).toBeNull();
    await context.close();
  });
});
