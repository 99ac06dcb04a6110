import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { environment } from './environment/config.js';

export const WIDTHS = {
  desk: { width: 1440, height: 900 },
  tablet: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
};

/** One person at one browser; what the page complained of is kept. */
export interface Person {
  context: BrowserContext;
  page: Page;
  complaints: string[];
}

export const url = environment.TEST_PLATFORM_URL;

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: environment.TEST_CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });

/** A browser of its own, without a session. */
export async function visitor(browser: Browser, viewport = WIDTHS.desk): Promise<Person> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', baseURL: url });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A refusal is an answer: Chromium reports every 4xx as an error of the network.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { context, page, complaints };
}

export interface Seat {
  username: string;
  password: string;
}

/** Signs in as a person does and waits for the first screen. */
export async function signedIn(browser: Browser, seat: Seat, viewport = WIDTHS.desk): Promise<Person> {
  const person = await visitor(browser, viewport);
  await person.page.goto('/sign-in');
  await signIn(person.page, seat);
  return person;
}

export async function signIn(page: Page, { username, password }: Seat): Promise<void> {
  await page.getByLabel('账号').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL((address) => address.pathname !== '/sign-in');
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

/** What axe finds against WCAG 2.2 A and AA, one line a rule and place. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return found.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help} — ${html.slice(0, 160)}`));
}
