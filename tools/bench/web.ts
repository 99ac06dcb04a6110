import type { Browser, Page } from 'playwright-core';
import { furnishedAccounts } from '../demo/accounts.js';
import { openBrowser, settled, signedIn, visitor } from '../browser/browser.js';
import { screensOf } from '../browser/screens.js';
import type { Screen } from '../browser/screens.js';
import { findChromium } from '../platform/chromium.js';
import type { Settings } from '../platform/config.js';
import { presentServices } from '../platform/services.js';
import { onGround } from './ground.js';
import type { Metric } from './report.js';

const LIGHT_KB = 120;
const WORKBENCH_KB = 500;
const LCP_MS = 2_500;
const BLOCKING_MS = 200;

interface Seen {
  lcp: number;
  blocking: number;
  bytes: number;
  twice: number;
}

/** Asks the browser itself, from the first byte on: what was painted when, what kept it busy, what it loaded. */
async function look(page: Page, path: string): Promise<Seen> {
  await page.goto(path);
  await settled(page);
  return await page.evaluate(async () => {
    const observed = (type: string): Promise<PerformanceEntry[]> =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
        setTimeout(() => resolve([]), 300);
      });
    const [painted, tasks] = await Promise.all([observed('largest-contentful-paint'), observed('longtask')]);
    const scripts = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(({ name }) =>
      name.endsWith('.js'),
    );
    return {
      lcp: painted.at(-1)?.startTime ?? 0,
      blocking: tasks.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
      bytes: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      twice: scripts.length - new Set(scripts.map(({ name }) => name)).size,
    };
  });
}

function metricsOf({ name, who }: Screen, { lcp, blocking, bytes, twice }: Seen): Metric[] {
  const metric = (what: string, value: number, unit: string, goal: number | null): Metric => ({
    area: 'web',
    metric: `${what}@${name}`,
    value,
    unit,
    beside: null,
    ratio: null,
    goal,
    better: 'lower',
  });
  return [
    metric('script', bytes / 1024, 'kB', who === null ? LIGHT_KB : WORKBENCH_KB),
    metric('twice', twice, 'files', 0),
    metric('lcp', lcp, 'ms', LCP_MS),
    metric('blocking', blocking, 'ms', BLOCKING_MS),
  ];
}

/** Each screen in a browser of its own with an empty cache, as on a first visit. */
async function measure(browser: Browser, url: string, screen: Screen): Promise<Metric[]> {
  const place = { browser, url };
  const { context, page } = screen.who === null ? await visitor(place) : await signedIn(place, screen.who);
  const session = await context.newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  const seen = await look(page, screen.path);
  await context.close();
  return metricsOf(screen, seen);
}

/** The web client in a real Chromium: what a first visit of each screen loads and how long it takes. */
export const WEB: Record<string, (settings: Settings) => Promise<Metric[]>> = {
  routes: (settings) =>
    onGround(settings, presentServices(), async ({ platform: { url } }) => {
      await furnishedAccounts(url);
      const browser = await openBrowser(findChromium(process.env));
      const metrics: Metric[] = [];
      for (const screen of await screensOf(url)) metrics.push(...(await measure(browser, url, screen)));
      await browser.close();
      return metrics;
    }),
};
