import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '#libs/client/client.js';
import { listAgents } from '#libs/contracts/agents.js';
import {
  createAccount,
  discardDraft,
  getDraft,
  listViews,
  saveDraft,
  saveView,
  signIn,
  signOut,
} from '#libs/contracts/gateway.js';
import {
  draftAgreement,
  editProject,
  getCase,
  listCases,
  registerUnit,
  signAgreement,
} from '#libs/contracts/projects.js';
import { testPlatformUrl } from '#libs/testing/config.js';
import { House } from '#tools/demo/house.js';
import { apply, enrol, enter, firstRegionOf, putOnList, sampleOf } from '#tools/demo/projects.js';
import type { Entrant } from '#tools/demo/projects.js';
import { DEMO_PASSWORD, Stage } from '#tools/demo/stage.js';
import { Listener } from './live.js';

const SAMPLE = sampleOf('SP025');
const FIRST = firstRegionOf(SAMPLE);
const STRANGER = {
  name: '潍坊旁观试验有限公司',
  uscc: '91370702MAX000760A',
  contactName: '经办人',
  contactMobile: '19900000076',
};

describe('what a person has at the desk', () => {
  const stage = new Stage(testPlatformUrl(), true);
  const nobody = new Client(testPlatformUrl());
  let house: House;
  let entrant: Entrant;
  let projectId: string;
  let caseId: string;
  let stranger: string;

  const token = async (username: string): Promise<string> =>
    (await nobody.call(signIn, { username, password: DEMO_PASSWORD })).accessToken;
  const unitToken = () => token('u-sp025');
  const guideToken = () => token(`${FIRST === '370700' ? 'wf' : 'sg'}-guide`);
  const page = async (bearer: string, path: string, locale = 'zh') =>
    await new Client(testPlatformUrl()).withToken(bearer).raw('GET', path, { headers: { 'accept-language': locale } });

  beforeAll(async () => {
    house = await House.furnish(stage, [SAMPLE.regionId]);
    entrant = await enrol(stage, house, SAMPLE);
    await putOnList(stage, house, entrant);
    ({ id: projectId } = await enter(entrant));
    const admin = await stage.as('admin');
    const { id: unitId } = await admin.call(registerUnit, STRANGER);
    stranger = `desk-${Date.now().toString(36)}`;
    const subject = { kind: 'unit', unitId } as const;
    await admin.call(createAccount, { username: stranger, password: DEMO_PASSWORD, subject });
    await house.person(FIRST, 'guide');
  }, 120_000);

  it('tells the office that something has come into its queues, and a stranger nothing', async () => {
    const office = await Listener.open(await guideToken(), '?queue=1');
    const other = await Listener.open(await token(stranger), '?queue=1');
    ({ id: caseId } = await apply(house, FIRST, entrant, projectId));
    expect(await office.hears(({ event }) => event === 'queue')).toEqual({ event: 'queue', data: {} });
    await sleep(500);
    expect(other.heard).toEqual([{ event: 'hello', data: {} }]);
    office.close();
    other.close();
  });

  it.each([
    ['nobody', () => Promise.resolve('x'), () => '', '401 not_signed_in'],
    ['who asks for no id', unitToken, () => '?case=1', '422 invalid_input'],
    ['who asks for too many', unitToken, () => `?${`case=${randomUUID()}&`.repeat(51)}`, '422 invalid_input'],
    ['who asks for more than there is', unitToken, () => '?colour=red', '422 invalid_input'],
    ['of a case that does not exist', unitToken, () => `?case=${randomUUID()}`, '404 case_not_found'],
    ['of a case of others', () => token(stranger), () => `?case=${caseId}`, '404 case_not_found'],
  ])('refuses a live stream to somebody %s', async (_, bearer, query, refusal) => {
    const response = await Listener.request(await bearer(), query());
    expect(`${response.status} ${((await response.json()) as { code: string }).code}`).toBe(refusal);
  });

  it('lets one browser hear what another has changed, when a reader would already be shown it', async () => {
    const [unit, guide] = [entrant.unit, await house.person(FIRST, 'guide')];
    await stage.as(stranger);
    const listeners = await Promise.all(
      [await unitToken(), await guideToken()].map((bearer) => Listener.open(bearer, `?case=${caseId}`)),
    );
    const other = await Listener.open(await token(stranger), '?queue=1');
    const agreement = await guide.call(draftAgreement, { caseId });
    await unit.call(signAgreement, { caseId, agreementId: agreement.id });
    for (const listener of listeners) {
      const { data } = await listener.hears(({ data: { type } }) => type === 'case.agreementSigned');
      expect(data).toEqual({ stream: 'case', id: caseId, caseId, type: 'case.agreementSigned' });
      listener.close();
    }
    expect(await unit.call(getCase, { caseId })).toMatchObject({ id: caseId });
    expect(other.heard).toEqual([{ event: 'hello', data: {} }]);
    other.close();
  });

  it('ends the stream of a session that is signed out, and no other', async () => {
    const [leaving, staying] = [await unitToken(), await unitToken()];
    const listeners = await Promise.all([leaving, staying].map((bearer) => Listener.open(bearer, `?case=${caseId}`)));
    await new Client(testPlatformUrl()).withToken(leaving).call(signOut, {});
    await listeners[0]?.ended;
    expect(await Promise.race([listeners[1]?.ended.then(() => 'ended'), sleep(500, 'open')])).toBe('open');
    listeners[1]?.close();
  }, 20_000);

  it('has no more than ten streams for one account', async () => {
    const bearer = await token(stranger);
    const listeners = await Promise.all(Array.from({ length: 10 }, () => Listener.open(bearer, '')));
    const response = await Listener.request(bearer, '');
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([429, 'too_many_streams']);
    listeners.forEach((listener) => listener.close());
  });

  it('keeps drafts through the API, each for its account', async () => {
    const other = new Client(testPlatformUrl()).withToken(await token(stranger));
    const draft = { key: `visit:${caseId}`, value: { place: '工地' }, version: 0 };
    await expect(nobody.call(saveDraft, draft)).rejects.toMatchObject({ status: 401 });
    const saved = await entrant.unit.call(saveDraft, draft);
    await expect(entrant.unit.call(saveDraft, draft)).rejects.toMatchObject({
      status: 409,
      code: 'draft_changed',
      body: { params: { current: { value: { place: '工地' }, version: saved.version } } },
    });
    const large = { ...draft, value: { text: 'x'.repeat(70_000) } };
    await expect(entrant.unit.call(saveDraft, large)).rejects.toMatchObject({ status: 413 });
    await expect(entrant.unit.call(saveDraft, { ...draft, key: 'No Key' })).rejects.toMatchObject({ status: 422 });
    await expect(other.call(getDraft, { key: draft.key })).rejects.toMatchObject({ status: 404 });
    await entrant.unit.call(discardDraft, { key: draft.key });
    await expect(entrant.unit.call(getDraft, { key: draft.key })).rejects.toMatchObject({ status: 404 });
  });

  it('keeps views of lists under names in Chinese, shared in the institution by its manager', async () => {
    const [manager, guide] = [await house.person(FIRST, 'manager'), await house.person(FIRST, 'guide')];
    const view = { screen: 'cases', name: '在'.repeat(40), search: { state: 'active' }, shared: true };
    await expect(nobody.call(saveView, view)).rejects.toMatchObject({ status: 401 });
    await expect(guide.call(saveView, view)).rejects.toMatchObject({ status: 403 });
    await manager.call(saveView, view);
    const { items } = await guide.call(listViews, { screen: 'cases' });
    expect(items).toContainEqual(expect.objectContaining({ name: view.name, mine: false }) as object);
    expect((await entrant.unit.call(listViews, {})).items).toEqual([]);
  });

  it.each([
    ['nobody', () => Promise.resolve('x'), '/cases', 401],
    ['a role without the permission', unitToken, '/agents', 403],
    ['an unknown filter', unitToken, '/cases?colour=red', 422],
    ['a page', unitToken, '/cases?page=2', 422],
    ['the ledger of no case', unitToken, '/ledger', 422],
    ['the ledger of a case that is not there', unitToken, `/ledger?caseId=${randomUUID()}`, 404],
    ['a list that is none', unitToken, '/accounts', 404],
  ])('exports nothing to %s', async (_, bearer, path, status) => {
    const response = await page(await bearer(), `/api/v1/exports${path}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      expect.stringContaining('problem'),
    ]);
  });

  it('exports everything that the filter finds for its reader, and nothing else', async () => {
    const bearer = await unitToken();
    const { total } = await entrant.unit.call(listCases, {});
    const { body, headers } = await page(bearer, '/api/v1/exports/cases');
    const lines = String(body).trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^\ufeff?案件编号,项目编号,项目名称,/);
    expect(lines).toHaveLength(total + 1);
    expect(body).toContain(entrant.projectName);
    expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toMatch(/帮代办项目-\d{4}-\d\d-\d\d\.csv/);
    const english = await page(bearer, `/api/v1/exports/ledger?caseId=${caseId}`, 'en');
    expect(english.body).toMatch(/^\ufeff?At,By,What,/);
    expect((await page(await token(stranger), '/api/v1/exports/cases')).body).not.toContain(entrant.projectName);
  });

  it('exports UTF-8 with its mark, and codes as text', async () => {
    const manager = await house.person(FIRST, 'manager');
    const { total } = await manager.call(listAgents, {});
    const headers = { authorization: `Bearer ${await token(FIRST === '370700' ? 'wf-manager' : 'sg-manager')}` };
    const response = await fetch(`${testPlatformUrl()}/api/v1/exports/agents`, { headers });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString().trimEnd().split('\r\n');
    expect(lines).toHaveLength(total + 1);
    expect(lines[1]).toContain('"\t370');
  });

  it('shows the state that stands to whoever comes too late', async () => {
    const { id, version } = await enter({ ...entrant, projectName: `${entrant.projectName}二期` });
    await entrant.unit.call(editProject, { projectId: id, floorArea: 2 }, { version });
    await expect(entrant.unit.call(editProject, { projectId: id, floorArea: 3 }, { version })).rejects.toMatchObject({
      status: 412,
      body: { params: { current: version + 1, state: { id, floorArea: 2, version: version + 1 } } },
    });
  });
});
