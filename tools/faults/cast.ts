import { getRouting } from '#libs/contracts/agents.js';
import { getCase } from '#libs/contracts/projects.js';
import { Client } from '#libs/client/client.js';
import { House } from '../demo/house.js';
import { sampleOf, sign } from '../demo/projects.js';
import { DEMO_PASSWORD, Stage } from '../demo/stage.js';
import { begin, settleQuestions } from '../demo/story.js';

export type Role = 'admin' | 'unit' | 'helper' | 'guide';

interface CaseOfCast {
  id: string;
  projectId: string;
  /** An item whose chief contact may be told directly. */
  itemCode: string;
}

/** Who asks, and about what: one county's office, one unit, and its cases, all active. */
export interface Cast {
  cases: [CaseOfCast, ...CaseOfCast[]];
  institutionId: string;
  /** Business time at which the load began, as ISO 8601. */
  now: string;
  client(role: Role): Client;
  /** Signs everybody in again: a token does not last for a whole run. */
  renew(): Promise<void>;
}

/** A project of this county, whose institution is also the first to receive it. */
const SAMPLE = 'SP024';
const COUNTY = '370783';
const CASES = 3;

/** Furnishes the county, opens its cases up to the signed agreement, and moves to a working morning, when SMS may go out. */
export async function furnish(url: string): Promise<Cast> {
  const stage = new Stage(url, true);
  const house = await House.furnish(stage, [COUNTY]);
  const cases: CaseOfCast[] = [];
  while (cases.length < CASES) {
    const begun = await begin(stage, house, sampleOf(SAMPLE));
    await settleQuestions(house, begun);
    await sign(house, begun.firstRegion, begun.entrant, begun.caseId);
    cases.push(await caseOf(await house.person(COUNTY, 'guide'), begun.caseId));
  }
  const [first, ...others] = cases;
  if (!first) throw new Error('a load needs a case');
  await stage.pass(1);
  await house.person(COUNTY, 'helper');
  let clients = await signInAll(url);
  return {
    cases: [first, ...others],
    institutionId: house.office(COUNTY).institution.id,
    now: (await stage.now()).toISOString(),
    client: (role) => clients[role],
    renew: async () => void (clients = await signInAll(url)),
  };
}

async function signInAll(url: string): Promise<Record<Role, Client>> {
  const [admin, unit, helper, guide] = await Promise.all(
    ['admin', `u-${SAMPLE.toLowerCase()}`, 'sg-helper', 'sg-guide'].map((username) =>
      Client.signIn(url, username, DEMO_PASSWORD),
    ),
  );
  if (!admin || !unit || !helper || !guide) throw new Error('somebody has not signed in');
  return { admin, unit, helper, guide };
}

async function caseOf(guide: Client, caseId: string): Promise<CaseOfCast> {
  const { projectId } = await guide.call(getCase, { caseId });
  const { actions } = await guide.call(getRouting, { caseId });
  const direct =
    actions.find(({ kind }) => kind === 'contact_directly') ?? actions.find(({ kind }) => kind === 'stays');
  const [itemCode] = direct?.itemCodes ?? [];
  if (!itemCode) throw new Error(`case ${caseId} has no item whose contact may be told directly`);
  return { id: caseId, projectId, itemCode };
}
