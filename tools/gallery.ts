import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { WIDTHS, openBrowser, settled, signedIn, visitor } from './browser/browser.js';
import type { Person, Width } from './browser/browser.js';
import { screensOf } from './browser/screens.js';
import type { Screen } from './browser/screens.js';
import { findChromium } from './platform/chromium.js';
import { ROOT } from './platform/root.js';
import { endWith } from './platform/signals.js';

// npm run gallery [-- --url http://localhost:3000 --width desk --only cases]: a picture of every screen of a running demo
// platform at three widths, in docs/gallery.

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:3000' },
    width: { type: 'string' },
    only: { type: 'string' },
    to: { type: 'string', default: join(ROOT, 'docs/gallery') },
    png: { type: 'boolean', default: false },
  },
});
const QUALITY = 55;
const isWidth = (word: string): word is Width => word in WIDTHS;

async function picture({ page, complaints }: Person, { name, path }: Screen, width: Width): Promise<void> {
  await page.goto(path);
  await settled(page);
  await page.screenshot({
    path: join(values.to, `${name}-${width}.${values.png ? 'png' : 'jpg'}`),
    ...(values.png ? { type: 'png' as const } : { type: 'jpeg' as const, quality: QUALITY }),
    fullPage: width !== 'desk',
  });
  for (const complaint of complaints.splice(0)) console.log(`  ${name} (${width}): ${complaint.slice(0, 300)}`);
}

async function draw(browser: Browser, screens: Screen[], width: Width): Promise<void> {
  for (const who of new Set(screens.map((screen) => screen.who))) {
    const place = { browser, url: values.url, width };
    const person = who === null ? await visitor(place) : await signedIn(place, who);
    for (const screen of screens.filter((candidate) => candidate.who === who)) {
      await picture(person, screen, width).catch((error: unknown) =>
        console.log(`  ${screen.name} (${width}): ${String(error).slice(0, 300)}`),
      );
    }
    await person.context.close();
  }
}

const page = (screens: Screen[]): string =>
  `# 画面 · Gallery\n\n由 \`npm run gallery\` 生成:演示平台的每个画面,桌面、平板、手机三种宽度。\n\n${screens
    .map(({ name, title }) =>
      [`## ${title}`, ...Object.keys(WIDTHS).map((width) => `![${title} ${width}](${name}-${width}.jpg)`)].join('\n\n'),
    )
    .join('\n\n')}\n`;

async function main(): Promise<void> {
  const all = await screensOf(values.url);
  const screens = all.filter(({ name }) => !values.only || name.includes(values.only));
  const widths = values.width && isWidth(values.width) ? [values.width] : (Object.keys(WIDTHS) as Width[]);
  if (!values.only && !values.width) rmSync(values.to, { recursive: true, force: true });
  mkdirSync(values.to, { recursive: true });
  const browser = await openBrowser(findChromium(process.env));
  for (const width of widths) await draw(browser, screens, width);
  await browser.close();
  if (!values.only && !values.width) writeFileSync(join(values.to, 'README.md'), page(all));
  console.log(`${screens.length} × ${widths.length}: ${values.to}`);
}

await main().then(() => process.exit(0), endWith);
