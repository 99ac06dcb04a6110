import { INSTITUTIONS, items, QZ, REGIONS, routed, SG, TSG, WF } from './routing.fixture.js';

const A12 = 'coordinate WF-ZRJ→SD-ZRT: A12';

describe('received first by the city, project in 寿光', () => {
  it.each([
    ['', 'stays WF:'],
    ['county:A01', 'transfer_down SG: A01'],
    ['county:B02', 'transfer_down SG: B02'],
    ['county:A01,A11,B03', 'transfer_down SG: A01 A11 B03'],
    ['county:C04,B02,A10', 'transfer_down SG: A10 B02 C04'],
    ['city:P03', 'stays WF: P03'],
    ['city:P03,P10,P08', 'stays WF: P03 P08 P10'],
    ['county:A01 city:P03', 'ask main_level: A01 P03'],
    ['county:A01,A11 city:P03,P10', 'ask main_level: A01 A11 P03 P10'],
    ['county:A10 city:P02,P03,P10', 'ask main_level: A10 P02 P03 P10'],
    ['county:C04 city:B02', 'ask main_level: B02 C04'],
    ['county:A01,A11 city:P03', 'transfer_down SG: A01 A11; stays WF: P03'],
    ['county:A10 city:P03,P10', 'transfer_down SG: A10; stays WF: P03 P10'],
    ['county:B02,A01 city:P03,P10,P08', 'transfer_down SG: A01 B02; stays WF: P03 P08 P10'],
    ['county:C04,A01 city:B02', 'transfer_down SG: A01 C04; stays WF: B02'],
    ['county:A01 city:P03,P10', 'stays WF: P03 P10; contact SG.A01: A01'],
    ['county:A01,A11 city:B02', 'stays WF: B02; contact SG.A01: A01; contact SG.A11: A11'],
    ['county:A10 city:P02,P03,P08,P10', 'stays WF: P02 P03 P08 P10; contact SG.A10: A10'],
    ['county:A01 city:A10,B02,C04', 'stays WF: A10 B02 C04; contact SG.A01: A01'],
    ['province:A12', `stays WF:; ${A12}`],
    ['none:Z12,C01', 'stays WF: C01 Z12'],
    ['none:M01 province:A12', `stays WF: M01; ${A12}`],
    ['county:A01 none:M01,Z12', 'transfer_down SG: A01 M01 Z12'],
    ['city:P03 none:M01,Z12', 'stays WF: M01 P03 Z12'],
    ['county:A01 city:P03 none:Z12', 'ask main_level: A01 P03'],
    ['county:A10 province:A12', `transfer_down SG: A10; ${A12}`],
    ['city:P03 province:A12', `stays WF: P03; ${A12}`],
    ['county:A01,A11 city:P03 province:A12 none:M01', `transfer_down SG: A01 A11 M01; stays WF: P03; ${A12}`],
    ['unknown:P07', 'ask item_level: P07'],
    ['county:A10,B02,C04 unknown:P07', 'ask item_level: P07'],
    ['unknown:P07,C09 province:A12', 'ask item_level: C09; ask item_level: P07'],
    ['county:A01 city:P03 unknown:P07', 'ask item_level: P07'],
  ])('%s → %s', (text, actions) => {
    expect(routed({ first: WF, items: items(text) })).toBe(actions);
  });
});

describe('only what is needed and entrusted is weighed and moved', () => {
  it.each([
    ['-county:A10,B02,C04 city:P03', 'stays WF: P03'],
    ['-city:P03,P10 county:C06', 'transfer_down SG: C06'],
    ['-county:A10 -city:P03', 'stays WF:'],
    ['-county:A10,B02 county:A01 city:P03,P10', 'stays WF: P03 P10; contact SG.A01: A01'],
    ['~county:A10,B02 city:P03', 'stays WF: P03'],
    ['~city:P03,P10 county:A01', 'transfer_down SG: A01'],
    ['-unknown:P07 county:A01', 'transfer_down SG: A01'],
    ['~unknown:P07 county:A01', 'transfer_down SG: A01'],
    ['-province:A12 county:A01', 'transfer_down SG: A01'],
    ['~province:A12 city:P03', 'stays WF: P03'],
    ['-none:M01 county:A01 none:Z12', 'transfer_down SG: A01 Z12'],
  ])('%s → %s', (text, actions) => {
    expect(routed({ first: WF, items: items(text) })).toBe(actions);
  });

  it('an item that is not counted (a trade, a part of D06) has no weight', () => {
    const uncounted = items('county:D01').map((item) => ({ ...item, counted: false }));
    expect(routed({ items: [...uncounted, ...items('county:A01 city:P03')] })).toBe('ask main_level: A01 P03');
    expect(routed({ items: uncounted })).toBe('stays WF:; contact SG.D01: D01');
  });
});

describe('received first by the county of the project', () => {
  it.each([
    ['', 'stays SG:'],
    ['county:A01', 'stays SG: A01'],
    ['county:A10,B02,C04,A01', 'stays SG: A01 A10 B02 C04'],
    ['county:A01 none:Z12,M01', 'stays SG: A01 M01 Z12'],
    ['county:A10,B02 city:P03', 'stays SG: A10 B02; contact WF.P03: P03'],
    ['county:B02 city:P03,P10', 'stays SG: B02; contact WF.P03: P03; contact WF.P10: P10'],
    ['county:A01,A11 city:P03 none:M01', 'stays SG: A01 A11 M01; contact WF.P03: P03'],
    ['county:A01 city:P03', 'ask main_level: A01 P03'],
    ['county:A10,A01 city:B02,P03', 'ask main_level: A01 A10 B02 P03'],
    ['city:P03', 'transfer_up WF: P03'],
    ['city:P03 none:M01', 'transfer_up WF: M01 P03'],
    ['city:P03,P10 county:A01', 'transfer_up WF: P03 P10; stays SG: A01'],
    ['city:B02 county:A01', 'transfer_up WF: B02; stays SG: A01'],
    ['city:B02,A10 county:C04,A01', 'transfer_up WF: A10 B02; stays SG: A01 C04'],
    ['city:B02,A10 county:C04,A01 none:Z12', 'transfer_up WF: A10 B02 Z12; stays SG: A01 C04'],
    ['province:A12', `stays SG:; ${A12}`],
    ['county:A01 province:A12', `stays SG: A01; ${A12}`],
    ['county:A01,A11 city:P03 province:A12', `stays SG: A01 A11; contact WF.P03: P03; ${A12}`],
    ['city:P03 province:A12', `transfer_up WF: P03; ${A12}`],
    ['county:A01 unknown:P07', 'ask item_level: P07'],
    ['none:C01', 'stays SG: C01'],
  ])('%s → %s', (text, actions) => {
    expect(routed({ first: SG, items: items(text) })).toBe(actions);
  });
});

describe('received first by another county: co-handled by the right one (R121)', () => {
  it.each([
    ['county:A01', 'stays QZ:; lead SG: A01'],
    ['county:A01,B02 none:Z12', 'stays QZ: Z12; lead SG: A01 B02'],
    ['county:A10 city:P03', 'stays QZ:; lead SG: A10; contact WF.P03: P03'],
    ['city:P03,P10 county:A01', 'transfer_up WF: P03 P10; lead SG: A01'],
    ['city:P03', 'transfer_up WF: P03'],
    ['county:A01 province:A12', `stays QZ:; lead SG: A01; ${A12}`],
  ])('%s → %s', (text, actions) => {
    expect(routed({ first: QZ, items: items(text) })).toBe(actions);
  });
});

describe('received first by a town of 寿光', () => {
  it.each([
    ['', 'stays TSG:'],
    ['county:A01', 'transfer_up SG: A01'],
    ['county:A10,B02 none:Z12', 'transfer_up SG: A10 B02 Z12'],
    ['county:A10 city:P03', 'transfer_up SG: A10; contact WF.P03: P03'],
    ['county:A01,A11 city:P03 province:A12', `transfer_up SG: A01 A11; contact WF.P03: P03; ${A12}`],
    ['city:P03', 'transfer_up WF copy SG: P03'],
    ['city:P03,P10 county:A01', 'transfer_up WF copy SG: P03 P10; contact SG.A01: A01'],
    ['county:A01 city:P03', 'ask main_level: A01 P03'],
    ['none:Z12', 'stays TSG: Z12'],
    ['province:A12', `stays TSG:; ${A12}`],
    ['unknown:P07', 'ask item_level: P07'],
    ['county@青州:A01', 'transfer_up QZ: A01'],
    ['county@青州:A01 city@青州:P03,P10', 'transfer_up WF copy SG: P03 P10; contact QZ.A01: A01'],
  ])('%s → %s', (text, actions) => {
    expect(routed({ first: TSG, items: items(text) })).toBe(actions);
  });
});

describe('in zones and branch districts', () => {
  it.each([
    ['GX', '高新区', 'city:A10,B02,C04,P03', 'transfer_up WF: A10 B02 C04 P03'],
    ['GX', '高新区', 'county:A01,C06 city:P03', 'stays GX: A01 C06; contact WF.P03: P03'],
    ['GX', '高新区', 'county:A01 city:B02', 'transfer_up WF: B02; stays GX: A01'],
    ['WF', '高新区', 'city:A10,B02,C04', 'stays WF: A10 B02 C04'],
    ['WF', '高新区', 'county:C04 city:P03', 'transfer_down GX: C04; stays WF: P03'],
    ['TGX', '高新区', 'city:A10,B02', 'transfer_up WF copy GX: A10 B02'],
    ['TGX', '高新区', 'county:A01,C06', 'transfer_up GX: A01 C06'],
    ['KW', '奎文', 'city:A10,B02,D01 county:C04,A01', 'transfer_up WF: A10 B02 D01; stays KW: A01 C04'],
    [
      'KW',
      '奎文',
      'city:B02,P03 county:C04,A01,B03',
      'stays KW: A01 B03 C04; contact WF.B02: B02; contact WF.P03: P03',
    ],
    ['WF', '奎文', 'city:B02,P03 county:C04,A01,B03', 'transfer_down KW: A01 B03 C04; stays WF: B02 P03'],
    ['WF', '奎文', 'city:A10,B02 county:C04', 'stays WF: A10 B02; contact KW.C04: C04'],
  ] as const)('first %s in %s: %s → %s', (first, home, text, actions) => {
    expect(routed({ first: INSTITUTIONS[first], items: items(text, home) })).toBe(actions);
  });
});

describe('across 寿光 and 青州 (R42)', () => {
  const both = '寿光+青州';
  const three = '寿光+青州+诸城';
  const { 寿光, 青州, 诸城 } = REGIONS;
  const lead = (leadRegionId: string | undefined) => ({ leadRegionId: leadRegionId ?? null });

  it.each([
    ['WF', lead(undefined), `city@${both}:B02`, 'ask lead_county: B02'],
    ['WF', lead(诸城), `city@${both}:B02`, 'ask lead_county: B02'],
    ['WF', lead(寿光), `city@${both}:B02`, 'stays WF: B02; beside QZ:; lead SG:'],
    ['WF', lead(青州), `city@${both}:B02 none@${both}:Z12`, 'stays WF: B02 Z12; lead QZ:; beside SG:'],
    ['WF', lead(青州), `city@${both}:B02 province@${both}:A12`, `stays WF: B02; lead QZ:; beside SG:; ${A12}`],
    ['WF', lead(诸城), `city@${three}:B02`, 'stays WF: B02; beside QZ:; beside SG:; lead ZC:'],
    ['SG', lead(undefined), `city@${both}:B02`, 'transfer_up WF: B02; beside QZ:'],
    ['SG', lead(青州), `city@${both}:B02`, 'transfer_up WF: B02; lead QZ:'],
    ['TSG', lead(undefined), `city@${both}:B02`, 'ask lead_county: B02'],
    ['TSG', lead(寿光), `city@${both}:B02`, 'transfer_up WF copy SG: B02; beside QZ:; lead SG:'],
    ['WF', lead(undefined), 'county@寿光:A01,B02 county@青州:C06', 'ask lead_county: A01 B02 C06'],
    ['WF', lead(寿光), 'county@寿光:A01,B02 county@青州:C06', 'transfer_down SG: A01 B02; beside QZ: C06'],
    ['WF', lead(青州), 'county@寿光:A01,B02 county@青州:C06', 'transfer_down QZ: C06; beside SG: A01 B02'],
    [
      'WF',
      lead(寿光),
      `county@寿光:A01,B02 county@青州:C06 city@${both}:P03`,
      'transfer_down SG: A01 B02; stays WF: P03; beside QZ: C06',
    ],
    [
      'WF',
      lead(undefined),
      `county@寿光:A01,B02 city@${both}:P03`,
      'transfer_down SG: A01 B02; stays WF: P03; beside QZ:',
    ],
    ['WF', lead(寿光), `county@青州:C06 city@${both}:B02`, 'stays WF: B02; beside QZ: C06; lead SG:'],
    ['SG', lead(undefined), 'county@寿光:A01,B02 county@青州:C06', 'stays SG: A01 B02; beside QZ: C06'],
    ['SG', lead(青州), 'county@寿光:A01,B02 county@青州:C06', 'stays SG: A01 B02; lead QZ: C06'],
    [
      'SG',
      lead(undefined),
      `county@寿光:A01 county@青州:C06 city@${both}:B02,P03`,
      'transfer_up WF: B02 P03; stays SG: A01; beside QZ: C06',
    ],
    ['TSG', lead(寿光), 'county@寿光:A01,B02 county@青州:C06', 'transfer_up SG: A01 B02; beside QZ: C06'],
    ['WF', lead(寿光), `county@${both}:C06`, 'transfer_down SG: C06; beside QZ:'],
    ['SG', lead(undefined), `county@${both}:C06`, 'stays SG: C06; beside QZ:'],
  ] as const)('first %s, %j: %s → %s', (first, option, text, actions) => {
    expect(routed({ first: INSTITUTIONS[first], ...option, items: items(text) })).toBe(actions);
  });
});

describe('the first institution’s own choice of the main level (R33)', () => {
  const choose = (mainLevel: 'county' | 'city') => ({ override: { mainLevel, reason: '单位要求' } });

  it.each([
    ['WF', 'city', 'county:A10,B02', 'stays WF:; contact SG.A10: A10; contact SG.B02: B02'],
    ['WF', 'county', 'county:A01 city:P03', 'transfer_down SG: A01; stays WF: P03'],
    ['WF', 'city', 'county:A01 city:P03', 'stays WF: P03; contact SG.A01: A01'],
    ['WF', 'county', 'city:P03 none:Z12', 'transfer_down SG: Z12; stays WF: P03'],
    ['SG', 'city', 'county:A10 city:P03', 'transfer_up WF: P03; stays SG: A10'],
    ['SG', 'county', 'city:P03,P10', 'stays SG:; contact WF.P03: P03; contact WF.P10: P10'],
    ['TSG', 'city', 'county:A10 city:P03', 'transfer_up WF copy SG: P03; contact SG.A10: A10'],
    ['WF', 'county', 'county:A10 unknown:P07', 'ask item_level: P07'],
  ] as const)('first %s chooses %s for %s → %s', (first, mainLevel, text, actions) => {
    expect(routed({ first: INSTITUTIONS[first], ...choose(mainLevel), items: items(text) })).toBe(actions);
  });
});
