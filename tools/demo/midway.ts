import { listCases } from '#libs/contracts/projects.js';
import { Chain } from './chain.js';
import type { House } from './house.js';
import { sampleOf } from './projects.js';
import { drawUp } from './roadmap.js';
import { begin, prepare } from './story.js';
import type { Begun } from './story.js';
import type { Stage } from './stage.js';

/** The studies that the filings after them need. */
const STUDIES = ['A05', 'Z03', 'Z04', 'Z12', 'Z13a'];

/** SP025 in the middle of its way: a frozen roadmap, filings in three states, a chain of which one document is issued. */
export async function leaveMidway(stage: Stage, house: House): Promise<Begun> {
  const begun = await begin(stage, house, sampleOf('SP025'));
  const { cast, filings, holder } = await prepare(stage, house, begun);
  await drawUp(stage, house, { caseId: begun.caseId, holder });
  await filings.decide(await filings.accept(await filings.submit('A01')));
  for (const line of await filings.plan()) if (STUDIES.includes(line.itemCode)) await filings.complete(line);
  await filings.accept(await filings.submit('P05'));
  await filings.submit('P03');
  await filings.decide(await filings.accept(await filings.submit('B01')));
  const chain = new Chain(cast, filings);
  await chain.apply('A10');
  await chain.issue('A10');
  await chain.apply('B02');
  return begun;
}

/** What a visitor of a new demo platform finds: one project under way, one whose application waits for its agreement. */
export async function furnishCases(stage: Stage, house: House): Promise<void> {
  const manager = await house.person('370700', 'manager');
  if ((await manager.call(listCases, { state: 'active', q: '种业', pageSize: 1 })).total > 0) return;
  await leaveMidway(stage, house);
  await begin(stage, house, sampleOf('SP024'));
}
