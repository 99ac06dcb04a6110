import type { Browser, Locator, Page } from 'playwright-core';
import { furnishedAccounts } from '#tools/demo/accounts.js';
import { settled } from '#tools/browser/browser.js';
import { screensOf } from '#tools/browser/screens.js';
import { openBrowser, signedIn, url } from './browser.js';

// What people do from sign-in to done, and what two of them see of each other.

let browser: Browser;
let casePath: string;
beforeAll(async () => {
  await furnishedAccounts(url);
  casePath = (await screensOf(url)).find(({ name }) => name === 'unit-case')?.path ?? '';
  browser = await openBrowser();
}, 300_000);
afterAll(() => browser.close());

const said = (page: Page, text: RegExp): Promise<void> => page.locator('.ant-message').getByText(text).waitFor();
const button = (within: Page | Locator, name: string | RegExp): Locator => within.getByRole('button', { name });

/** Somebody on one tab of the case. */
async function at(username: string, tab: string) {
  const person = await signedIn(browser, username);
  await person.page.goto(`${casePath}?tab=${tab}`);
  await settled(person.page);
  return person;
}

describe('an agent', () => {
  it('finds a case by two characters and opens it with the keyboard alone', async () => {
    const { page, context } = await signedIn(browser, 'sg-helper');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').locator('input:focus').waitFor();
    await page.keyboard.type('种业');
    await page
      .getByRole('dialog')
      .getByText(/国家级蔬菜种业/)
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/cases/*');
    await context.close();
  });

  it('records a visit with one sentence and Enter', async () => {
    const { page, context, complaints } = await at('sg-helper', 'info');
    await button(page, '登记上门').click();
    await page.keyboard.type('现场核对厂区平面图,指导填报规划许可申请表');
    await page.keyboard.press('Enter');
    await said(page, /已登记,这是第 \d+ 次上门/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('keeps a half-written note when the browser is closed', async () => {
    const first = await at('sg-helper', 'notes');
    await first.page.getByPlaceholder(/要记下或要告诉对方的话|要告诉/).fill('周三带齐图纸再来一次');
    await first.page.getByText(/草稿已保存/).waitFor();
    await first.context.close();
    const { page, context } = await at('sg-helper', 'notes');
    await page.getByText('周三带齐图纸再来一次').waitFor();
    await context.close();
  });
});

describe('a guide', () => {
  it('sees what a moved date pushes before it is moved, and gives the reason', async () => {
    const { page, context } = await at('sg-guide', 'roadmap');
    await page.goto(`${page.url()}&view=table`);
    await settled(page);
    await page
      .getByRole('button', { name: /施工图|工程规划许可|招标/ })
      .first()
      .click();
    await button(page, '调整办结日').click();
    const form = page.getByRole('form', { name: '调整办结日' });
    const field = form.getByLabel('改到');
    const later = new Date(Date.parse(await field.inputValue()) + 14 * 86_400_000).toISOString().slice(0, 10);
    await field.fill(later);
    await form.getByText(/会推动后面 \d+ 项|不影响其他事项/).waitFor();
    await form.getByRole('textbox').last().fill('招标公告顺延');
    await button(form, '确认调整').click();
    await said(page, /第 ?2 ?版|已改到/);
    await context.close();
  });
});

describe('a department reviewer', () => {
  it('decides from the queue by keyboard: open, number, Ctrl+Enter', async () => {
    const { page, context } = await signedIn(browser, 'r-sg-spj');
    await page.goto('/approvals');
    await settled(page);
    await page
      .getByRole('link', { name: /生产建设项目水土保持方案/ })
      .first()
      .click();
    const number = page.getByLabel('文号');
    await number.fill('寿审水保〔2026〕18号');
    await number.press('Control+Enter');
    await said(page, /通过|办结/);
    await context.close();
  });
});

describe('two people at once', () => {
  it('a question of the unit appears on the agent’s screen without reload, and the answer on the unit’s', async () => {
    const agent = await at('sg-helper', 'notes');
    const unit = await signedIn(browser, 'u-sp025');
    await unit.page.goto(casePath);
    await settled(unit.page);
    await unit.page.getByRole('link', { name: '问帮代办人员' }).click();
    await unit.page.getByLabel('我想问').fill('规划许可还差哪一份材料?');
    await button(unit.page.getByRole('main'), /^发 ?送|^提 ?交/)
      .first()
      .click();
    await agent.page.getByText('规划许可还差哪一份材料?').waitFor();
    await agent.page.getByLabel(/还差哪一份材料/).fill('只差土地出让合同,签订后当天换发。');
    await agent.page.keyboard.press('Tab');
    await agent.page.keyboard.press('Enter');
    await unit.page.getByText('只差土地出让合同,签订后当天换发。').waitFor();
    await agent.context.close();
    await unit.context.close();
  });

  it('editing the same project see the fields that differ, and nobody’s words are lost', async () => {
    const [first, second] = [await at('sg-helper', 'info'), await at('sg-helper', 'info')];
    for (const { page } of [first, second]) await button(page, /修改项目信息/).click();
    const months = (page: Page) => page.getByLabel(/^建设周期/);
    await months(first.page).fill('15');
    await months(second.page).fill('16');
    await button(first.page, /^保 ?存$/).click();
    await months(first.page).waitFor({ state: 'hidden' });
    await button(second.page, /^保 ?存$/).click();
    const dialog = second.page.getByRole('dialog', { name: '有人先改了' });
    await dialog.getByText('16').first().waitFor();
    await button(dialog, '按选择保存').click();
    await dialog.waitFor({ state: 'hidden' });
    await first.page.getByText('16', { exact: true }).first().waitFor();
    await first.context.close();
    await second.context.close();
  });
});

describe('a broken network', () => {
  it('is said and healed, and what was being written goes out once', async () => {
    const { page, context } = await at('sg-helper', 'ledger');
    await context.setOffline(true);
    await page
      .getByRole('textbox', { name: /台账|记/ })
      .first()
      .fill('断网时写下的一句');
    await button(page, /^记一句$/).click();
    await page.getByText(/连接中断/).waitFor();
    await context.setOffline(false);
    await page.getByText(/连接中断/).waitFor({ state: 'hidden' });
    const written = page.getByRole('listitem').filter({ hasText: '断网时写下的一句' });
    await written.first().waitFor();
    expect(await written.count()).toBe(1);
    await context.close();
  });
});
