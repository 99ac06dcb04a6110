import { readReference } from '#libs/reference/reference.js';
import type { OwnItem, Standing } from '../filings/prerequisites.js';
import { chainLinks } from './chain.js';
import {
  effectStamp,
  eligibility,
  offeredByDefault,
  offersPreApproval,
  wordingFrom,
  type MissingCondition,
  type PreApprovalApplication,
  type ReviewedPart,
} from './eligibility.js';

const { items, materials } = readReference('data');
const links = chainLinks(materials);
const item = (code: string) => {
  const found = items.find((row) => row.code === code);
  if (!found) throw new Error(`no item ${code}`);
  return found;
};

/** The industrial project before its land deal (T0 table): what is decided is decided, the rest is open. */
const beforeLand = (changes: Record<string, Standing> = {}): OwnItem[] =>
  Object.entries({
    A01: 'decided',
    A05: 'decided',
    A09: 'open',
    A10: 'pre_approved',
    A11: 'open',
    B01: 'decided',
    B02: 'pre_approved',
    B03: 'pre_approved',
    C01: 'decided',
    C04: 'open',
    C05: 'open',
    ...changes,
  } satisfies Record<string, Standing>).map(([code, standing]) => ({ code, works: null, standing, entrusted: true }));

const reviewed: ReviewedPart = {
  kind: 'technical_step',
  name: '设计方案审查',
  passedOn: '2026-11-02',
  by: 'SG-ZRJ',
  evidence: '设计方案审查意见',
};
const condition = (name: string, of: string | null, rest: Partial<MissingCondition> = {}): MissingCondition => ({
  name,
  act: '签订',
  item: of,
  controllable: true,
  owner: '项目单位',
  evidence: `${name}文本`,
  metOn: null,
  ...rest,
});
const LAND = condition('国有建设用地使用权出让合同', 'A09');
const CONTRACT = condition('施工合同', 'C05');
const GUARANTEE = condition('农民工工资保证金', null, { act: '缴纳' });

const apply = (code: string, rest: Partial<PreApprovalApplication> = {}, ownSet = beforeLand()) =>
  eligibility({ item: item(code), works: null, reviewed: [reviewed], missing: [LAND], ...rest }, ownSet, links);

describe('items that offer a pre-approval', () => {
  it('are A10, B02, B03 and C04 by default (R51)', () => {
    expect(offeredByDefault(items, links)).toEqual(['A10', 'B02', 'B03', 'C04']);
  });

  it.each(['C01', 'D02', 'P08', 'A11', 'B01'])('do not include %s (R56, R60)', (code) => {
    expect(offersPreApproval(item(code))).toBe(false);
    expect(apply(code)).toEqual({ refused: 'not_offered' });
  });
});

describe('an application for pre-approval (R51)', () => {
  it('is eligible along the whole chain A10 → B02 → C04, B03 beside it', () => {
    expect(apply('A10')).toEqual({ eligible: true, restsOn: [] });
    expect(apply('B03')).toEqual({ eligible: true, restsOn: [] });
    expect(apply('B02')).toEqual({ eligible: true, restsOn: ['A10'] });
    expect(apply('C04', { missing: [LAND, CONTRACT, GUARANTEE] })).toEqual({ eligible: true, restsOn: ['B02', 'B03'] });
  });

  it('rests on no pre-approval where the upstream document is formal', () => {
    expect(apply('B02', {}, beforeLand({ A10: 'decided' }))).toEqual({ eligible: true, restsOn: [] });
  });

  it('needs a necessary condition or a technical step that has passed review', () => {
    expect(apply('A10', { reviewed: [] })).toEqual({ refused: 'nothing_reviewed' });
    expect(apply('A10', { reviewed: [{ ...reviewed, kind: 'necessary_condition' }] })).toMatchObject({
      eligible: true,
    });
  });

  it.each([false, null])('is refused when a missing condition is controllable = %s, listing it', (controllable) => {
    expect(apply('A10', { missing: [LAND, { ...CONTRACT, controllable }] })).toEqual({
      refused: 'condition_not_controllable',
      conditions: ['施工合同'],
    });
  });

  it('is refused for C04 without the certificate of C01, listed as missing or not', () => {
    const ownSet = beforeLand({ C01: 'open' });
    const missing = [LAND, CONTRACT, condition('施工图审查合格书', 'C01')];
    expect(apply('C04', { missing }, ownSet)).toEqual({ refused: 'technical_step_open', items: ['C01'] });
  });

  it('is refused for B02 and B03 without the opinion of B01, verified or not at all', () => {
    for (const standing of ['open', 'to_be_verified'] as const) {
      expect(apply('B02', {}, beforeLand({ B01: standing }))).toEqual({
        refused: 'technical_step_open',
        items: ['B01'],
      });
      expect(apply('B03', {}, beforeLand({ B01: standing }))).toMatchObject({ refused: 'technical_step_open' });
    }
  });

  it('does not ask for a technical step the project does not need', () => {
    const withoutB01 = beforeLand().filter(({ code }) => code !== 'B01');
    expect(apply('B02', {}, withoutB01)).toMatchObject({ eligible: true });
  });

  it('is refused while the upstream link has neither a formal nor a pre-approval document', () => {
    const missing = [LAND, condition('建设用地规划许可证', 'A10', { act: '取得' })];
    expect(apply('B02', { missing }, beforeLand({ A10: 'open' }))).toEqual({
      refused: 'upstream_open',
      items: ['A10'],
    });
  });

  it('is refused while something is missing that nobody listed', () => {
    expect(apply('C04', { missing: [LAND] })).toEqual({ refused: 'condition_unlisted', items: ['C05'] });
    expect(apply('B02', { missing: [CONTRACT] })).toEqual({ refused: 'condition_unlisted', items: ['A11', 'A09'] });
  });

  it('does not take a pre-approval from outside the chain for material', () => {
    const ownSet = [...beforeLand(), { code: 'C02', works: null, standing: 'pre_approved', entrusted: true } as const];
    const missing = [LAND, CONTRACT];
    expect(apply('C04', { missing }, ownSet)).toEqual({ refused: 'condition_unlisted', items: ['C02'] });
    const listed = [...missing, condition('特殊建设工程消防设计审查意见书', 'C02', { act: '取得' })];
    expect(apply('C04', { missing: listed }, ownSet)).toEqual({ eligible: true, restsOn: ['B02', 'B03'] });
  });

  it('is refused when nothing is missing: then the formal document can be applied for', () => {
    expect(apply('A10', { missing: [] }, beforeLand({ A09: 'decided' }))).toEqual({ refused: 'nothing_missing' });
  });

  it('reads the own set of its works (R131)', () => {
    const ownSet = [
      ...beforeLand().filter(({ code }) => code !== 'C01'),
      ...['W1', 'W2'].map((works): OwnItem => ({
        code: 'C01',
        works,
        standing: works === 'W1' ? 'decided' : 'open',
        entrusted: true,
      })),
    ];
    const missing = [LAND, CONTRACT];
    expect(apply('C04', { works: 'W1', missing }, ownSet)).toMatchObject({ eligible: true });
    expect(apply('C04', { works: 'W2', missing }, ownSet)).toMatchObject({ refused: 'technical_step_open' });
  });
});

describe('the missing conditions of a pre-approval document (R53)', () => {
  it('are worded after the documents that are missing', () => {
    expect(wordingFrom(item('A09'))).toEqual({ name: '国有建设用地使用权出让合同', act: '签订', item: 'A09' });
    expect(wordingFrom(item('A10'))).toEqual({ name: '建设用地规划许可证', act: '取得', item: 'A10' });
  });

  it('put the stamp on it where the land grant is among them', () => {
    expect(effectStamp([CONTRACT, LAND])).toBe('以竞得土地并签订出让合同为生效条件');
    expect(effectStamp([CONTRACT])).toBeNull();
    expect(effectStamp([{ ...LAND, metOn: '2026-11-23' }])).toBeNull();
  });
});
