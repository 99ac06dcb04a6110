import { caseEvents } from '#libs/contracts/facts.js';
import { closeReview, conveneReview, giveOpinion, listOpenReviews, terminateCase } from '#libs/contracts/projects.js';
import type { Principal } from '#libs/identity/principal.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import { aReviewer, anActiveCase, anAgent, asUnit } from './factories.js';
import type { Applied } from './factories.js';

const guide = anAgent('guide');
const decider = aReviewer('SG-SPJ');
const consulted = aReviewer('SG-ZRJ');

describe('the queue of joint reviews', () => {
  let app: Operations;
  let [first, second]: Applied[] = [];
  const reviewIds = new Map<string, string>();
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
    [first, second] = [await anActiveCase(app), await anActiveCase(app)];
    for (const [found, opinionsDueOn] of [
      [first, '2026-11-27'],
      [second, '2026-11-25'],
    ] as const) {
      const { id } = await app.run(conveneReview, { caseId: found.id, opinionsDueOn }, guide);
      reviewIds.set(found.id, id);
    }
  });
  afterAll(() => app.stop());

  const queue = (by: Principal, awaiting: 'me' | 'all' = 'me', day = '2026-11-23') =>
    app.run(listOpenReviews, { awaiting }, by, { now: `${day}T09:00:00+08:00` });
  const opine = (caseId: string, itemCode: string, by: Principal) =>
    app.run(
      giveOpinion,
      { caseId, reviewId: reviewIds.get(caseId) ?? '', itemCode, opinion: 'meets', text: '符合' },
      by,
    );

  it('is hidden from a foreign county’s reviewer and from other units; agents are asked for no opinion', async () => {
    for (const stranger of [aReviewer('QZ-SPJ'), asUnit(guide.accountId)]) {
      expect((await queue(stranger)).total).toBe(0);
      expect((await queue(stranger, 'all')).total).toBe(0);
    }
    expect((await queue(guide)).total).toBe(0);
    expect((await queue(guide, 'all')).total).toBe(2);
    const own = await queue(first?.unit ?? guide, 'all');
    expect(own.items).toMatchObject([{ caseId: first?.id, actions: [] }]);
  });

  it('asks a department its own opinions, the earliest due first', async () => {
    const { items } = await queue(consulted);
    expect(items.map(({ caseId, dueOn, light }) => [caseId, dueOn, light])).toEqual([
      [second?.id, '2026-11-25', 'yellow'],
      [first?.id, '2026-11-27', 'normal'],
    ]);
    expect(items[0]).toMatchObject({
      id: reviewIds.get(second?.id ?? ''),
      caseNumber: expect.any(String) as string,
      projectName: expect.any(String) as string,
      asked: [{ itemCode: 'B02', departmentCode: 'SG-ZRJ', departmentName: '寿光市自然资源和规划局', decides: false }],
      actions: ['projects.give-opinion'],
    });
    const decides = (await queue(decider)).items[0]?.asked;
    expect(decides?.map((asked) => [asked.itemCode, asked.decides])).toEqual([
      ['B02', true],
      ['C04', true],
      ['P07', true],
    ]);
    expect((await queue(consulted, 'me', '2026-11-26')).items.map(({ light }) => light)).toEqual(['red', 'yellow']);
  });

  it('loses what has been said; whoever convened closes it once nothing is missing', async () => {
    const caseId = second?.id ?? '';
    await opine(caseId, 'B02', consulted);
    expect((await queue(consulted)).items.map((item) => item.caseId)).toEqual([first?.id]);
    expect((await queue(consulted, 'all')).items.find((item) => item.caseId === caseId)).toMatchObject({
      asked: [],
      actions: ['projects.give-opinion'],
    });
    const actions = async () => (await queue(guide, 'all')).items.find((item) => item.caseId === caseId)?.actions;
    expect(await actions()).toEqual([]);
    for (const code of ['B02', 'C04', 'P07']) await opine(caseId, code, decider);
    expect(await actions()).toEqual(['projects.close-review']);
    const closing = { caseId, reviewId: reviewIds.get(caseId) ?? '', minutes: '会议纪要' };
    await app.run(closeReview, closing, guide);
    expect((await queue(guide, 'all')).items.map((item) => item.caseId)).toEqual([first?.id]);
    await app.run(terminateCase, { caseId: first?.id ?? '', reason: '项目终止' }, first?.unit ?? guide);
    expect((await queue(guide, 'all')).total).toBe(0);
    expect((await app.published(caseEvents)).at(-1)).toMatchObject({ type: 'case.terminated' });
  });
});
