import type { Browser } from 'playwright-core';
import { furnishedAccounts } from '#tools/demo/accounts.js';
import { settled } from '#tools/browser/browser.js';
import type { Person } from '#tools/browser/browser.js';
import { screensOf } from '#tools/browser/screens.js';
import type { Screen } from '#tools/browser/screens.js';
import { openBrowser, signedIn, url, violations, visitor } from './browser.js';

let browser: Browser;
let screens: Screen[];
beforeAll(async () => {
  await furnishedAccounts(url);
  screens = await screensOf(url);
  browser = await openBrowser();
}, 300_000);
afterAll(() => browser.close());

const who = (name: string | null, width: 'desk' | 'phone'): Promise<Person> =>
  name === null ? visitor(browser, width) : signedIn(browser, name, width);

/** Every screen of one person; what was wrong, one line each. */
async function faultsOf(name: string | null, width: 'desk' | 'phone', check: (person: Person) => Promise<string[]>) {
  const person = await who(name, width);
  const faults: string[] = [];
  for (const screen of screens.filter((candidate) => candidate.who === name)) {
    await person.page.goto(screen.path);
    await settled(person.page);
    const found = [...(await check(person)), ...person.complaints.splice(0)];
    faults.push(...found.map((fault) => `${screen.name}: ${fault}`));
  }
  await person.context.close();
  return faults;
}

/** How far the page, not a frame in it, can be scrolled sideways. */
async function overflow({ page }: Person): Promise<string[]> {
  const pixels = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return pixels > 0 ? [`${pixels} px wider than the screen`] : [];
}

describe.each(['sg-helper', 'wf-manager', 'r-sg-spj', 'u-sp025', null])('the screens of %s', (name) => {
  it('have no violation of WCAG 2.2 AA that axe can find, and no error in the console', async () => {
    expect(await faultsOf(name, 'desk', ({ page }) => violations(page))).toEqual([]);
  }, 240_000);

  it('fit a phone', async () => {
    expect(await faultsOf(name, 'phone', overflow)).toEqual([]);
  }, 240_000);
});
