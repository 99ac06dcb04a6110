import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import * as people from '#tools/browser/browser.js';
import type { Person, Width } from '#tools/browser/browser.js';
import { environment } from './environment/config.js';

export const url = environment.TEST_PLATFORM_URL;
export const openBrowser = (): Promise<Browser> => people.openBrowser(environment.TEST_CHROMIUM);
export const visitor = (browser: Browser, width?: Width): Promise<Person> =>
  people.visitor({ browser, url, ...(width ? { width } : {}) });
export const signedIn = (browser: Browser, username: string, width?: Width): Promise<Person> =>
  people.signedIn({ browser, url, ...(width ? { width } : {}) }, username);

/** What axe finds against WCAG 2.2 A and AA, one line a rule and place. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return found.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help} — ${html.slice(0, 160)}`));
}
