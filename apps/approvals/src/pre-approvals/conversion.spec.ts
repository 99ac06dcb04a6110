import { nationalCalendar } from '#libs/calendar/published.js';
import { readReference } from '#libs/reference/reference.js';
import { conversionDue, conversionRefusal, type Conversion, type Upstream } from './conversion.js';
import type { MissingCondition } from './eligibility.js';

const { items } = readReference('data');
const calendar = nationalCalendar();
const item = (code: string) => {
  const found = items.find((row) => row.code === code);
  if (!found) throw new Error(`no item ${code}`);
  return found;
};
const condition = (name: string, act: MissingCondition['act'], metOn: string | null): MissingCondition => ({
  name,
  act,
  item: null,
  controllable: true,
  owner: '项目单位',
  evidence: `${name}文本`,
  metOn,
});
const land = (metOn: string | null) => condition('国有建设用地使用权出让合同', '签订', metOn);
const upstream = (code: string, formalOn: string | null): Upstream => ({ item: item(code), formalOn });

const CONTENT = { areaM2: 20_000, landUse: '工业用地', site: '寿光市稻田镇' };
/** The pre-approval of B02 in the T0 table: its land deal and the formal A10 are missing. */
const b02 = (rest: Partial<Conversion> = {}): Conversion => ({
  state: 'issued',
  missing: [land('2026-11-23')],
  upstream: [upstream('A10', '2026-11-24')],
  issuedFor: CONTENT,
  current: CONTENT,
  ...rest,
});

describe('the conversion of a pre-approval into the formal document', () => {
  it('is open once every missing condition is met and the upstream is formal, on the same day too (R54, R57)', () => {
    expect(conversionRefusal(b02(), '2026-11-24')).toBeNull();
  });

  it('is refused with the exact list of what is not there yet (F09)', () => {
    const refusal = conversionRefusal(b02({ missing: [land(null)], upstream: [upstream('A10', null)] }), '2026-11-24');
    expect(refusal).toEqual({
      refused: 'missing_conditions_open',
      list: '1. 国有建设用地使用权出让合同尚未签订;2. 建设用地规划许可证尚未换发正式证书',
    });
  });

  it('is refused when some conditions are met and one is not', () => {
    const missing = [land('2026-11-23'), condition('农民工工资保证金', '缴纳', null)];
    expect(conversionRefusal(b02({ missing }), '2026-11-24')).toEqual({
      refused: 'missing_conditions_open',
      list: '1. 农民工工资保证金尚未缴纳',
    });
  });

  it('is refused for C04 before B02 and B03 are formal (R57)', () => {
    const c04 = b02({ upstream: [upstream('B02', null), upstream('B03', null)] });
    expect(conversionRefusal(c04, '2026-11-24')).toEqual({
      refused: 'upstream_not_formal',
      list: '1. 建设工程规划许可证尚未换发正式证书;2. 人防审批意见尚未换发正式文件',
    });
  });

  it('cannot be dated before its conditions were met or its upstream formal', () => {
    expect(conversionRefusal(b02(), '2026-11-23')).toMatchObject({ refused: 'upstream_not_formal' });
    expect(conversionRefusal(b02(), '2026-11-20')).toMatchObject({ refused: 'missing_conditions_open' });
  });

  it.each([
    ['areaM2', { areaM2: 21_000 }],
    ['areaM2', { areaM2: 20_000.01 }],
    ['landUse', { landUse: '仓储用地' }],
    ['site', { site: '寿光市侯镇' }],
  ])('becomes a re-review when %s differs at all (R55)', (field, change) => {
    const changed = b02({ current: { ...CONTENT, ...change } });
    expect(conversionRefusal(changed, '2026-11-24')).toEqual({ refused: 'content_changed', fields: [field] });
  });

  it.each(['applied', 'on_hold', 'void', 'lapsed', 'converted'] as const)('is refused while it is %s', (state) => {
    expect(conversionRefusal(b02({ state }), '2026-11-24')).toEqual({ refused: 'not_in_force' });
  });
});

describe('the day a conversion is due (R54)', () => {
  it('is the next working day for the whole chain: T0 and T0+1, four documents on one day', () => {
    const chain = [[], [upstream('A10', null)], [upstream('B02', null), upstream('B03', null)]];
    const due = chain.map((above) => conversionDue({ missing: [land('2026-11-23')], upstream: above }, 1, calendar));
    expect(due).toEqual(['2026-11-24', '2026-11-24', '2026-11-24']);
  });

  it('counts from the last own condition, in working days of the national calendar', () => {
    const missing = [land('2026-09-18'), condition('施工合同', '签订', '2026-09-11')];
    expect(conversionDue({ missing, upstream: [] }, 1, calendar)).toBe('2026-09-20');
  });

  it('is unknown while an own condition is open', () => {
    expect(conversionDue({ missing: [land('2026-11-23'), land(null)], upstream: [] }, 1, calendar)).toBeNull();
  });

  it('follows the upstream where nothing else was missing', () => {
    expect(conversionDue({ missing: [], upstream: [upstream('A10', '2026-11-24')] }, 1, calendar)).toBe('2026-11-25');
    expect(conversionDue({ missing: [], upstream: [upstream('A10', null)] }, 1, calendar)).toBeNull();
  });
});
