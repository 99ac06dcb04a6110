import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../demo/stage.js';

/** A desk, a tablet and a phone: every screen is looked at in these. */
export const WIDTHS = {
  desk: { width: 1440, height: 900 },
  tablet: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
};
export type Width = keyof typeof WIDTHS;

/** One person at one browser; what the page complained of is kept. */
export interface Person {
  context: BrowserContext;
  page: Page;
  complaints: string[];
}

export const openBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });

interface Place {
  browser: Browser;
  url: string;
  width?: Width;
}

/** A browser of its own, without a session. */
export async function visitor({ browser, url, width = 'desk' }: Place): Promise<Person> {
  const context = await browser.newContext({
    viewport: WIDTHS[width],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    baseURL: url,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A refusal is an answer: Chromium reports every 4xx as an error of the network.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { context, page, complaints };
}

/** Signs in as a person does and waits for the first screen. */
export async function signedIn(place: Place, username: string): Promise<Person> {
  const person = await visitor(place);
  await person.page.goto('/sign-in');
  await signIn(person.page, username);
  return person;
}

export async function signIn(page: Page, username: string, password = DEMO_PASSWORD): Promise<void> {
  await page.locator('input[name=username]').fill(username);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((address) => address.pathname !== '/sign-in');
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

/** The page has its answers: no skeleton, no spinner, nothing on the wire for a moment. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.locator('.ant-skeleton, .ant-spin-spinning, .starting').first().waitFor({ state: 'hidden' });
  await page.waitForTimeout(400);
}
