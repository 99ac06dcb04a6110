import fc from 'fast-check';
import { type Candidate, suggest, type SuggestionRequest } from './suggest.js';

const aCandidate = (over: Partial<Candidate> = {}): Candidate => ({
  agentId: 'a',
  name: '测试人员甲',
  regionId: '370783',
  qualifications: [
    { stage: '立项用地规划许可', itemCodes: null },
    { stage: '施工许可', itemCodes: null },
  ],
  specialties: ['工业'],
  openCases: 3,
  leave: null,
  contractEndsOn: null,
  passedBaseCourse: true,
  conflicts: [],
  ...over,
});

const A10 = { code: 'A10', name: '建设用地规划许可证核发', helperStage: '立项用地规划许可' } as const;
const P01 = { code: 'P01', name: '固定资产投资项目节能审查', helperStage: '立项用地规划许可' } as const;
const C04 = { code: 'C04', name: '建筑工程施工许可证核发', helperStage: '施工许可' } as const;

const aRequest = (over: Partial<SuggestionRequest> = {}): SuggestionRequest => ({
  role: 'principal_helper',
  onDay: '2026-11-23',
  place: { regionId: '370783', name: '寿光市' },
  items: [A10],
  specialty: null,
  untrained: 'block',
  ...over,
});
const guideRequest = (over: Partial<SuggestionRequest> = {}) => aRequest({ role: 'guide', specialty: '医疗', ...over });

const ranking = (request: SuggestionRequest, candidates: Candidate[]) =>
  suggest(request, candidates).ranked.map(({ agentId }) => agentId);
const against = (request: SuggestionRequest, over: Partial<Candidate>) =>
  suggest(request, [aCandidate(over)]).excluded.flatMap(({ reasons }) => reasons);

describe('a principal helper', () => {
  it('of the place comes first, then of the city, then of other counties, whatever the load (R41)', () => {
    const candidates = [
      aCandidate({ agentId: 'qingzhou', regionId: '370781', openCases: 0 }),
      aCandidate({ agentId: 'city', regionId: null, openCases: 0 }),
      aCandidate({ agentId: 'shouguang', openCases: 99, leave: { from: '2026-11-01', to: '2026-11-30' } }),
    ];
    expect(ranking(aRequest(), candidates)).toEqual(['shouguang', 'city', 'qingzhou']);
  });

  it('with fewer open cases comes first at the same place', () => {
    const candidates = [7, 0, 3].map((openCases) => aCandidate({ agentId: `with-${openCases}`, openCases }));
    expect(ranking(aRequest(), candidates)).toEqual(['with-0', 'with-3', 'with-7']);
  });

  it('on leave that day comes after one with a little more to do', () => {
    const leave = { from: '2026-11-23', to: '2026-11-24' };
    const candidates = [aCandidate({ agentId: 'away', openCases: 0, leave }), aCandidate({ agentId: 'here' })];
    expect(ranking(aRequest(), candidates)).toEqual(['here', 'away']);
    expect(ranking(aRequest({ onDay: '2026-11-24' }), candidates)).toEqual(['here', 'away']);
    expect(ranking(aRequest({ onDay: '2026-11-25' }), candidates)).toEqual(['away', 'here']);
    expect(ranking(aRequest({ onDay: '2026-11-22' }), candidates)).toEqual(['away', 'here']);
  });

  it('qualified only for 施工许可 cannot take A10 (R20)', () => {
    const qualifications = [{ stage: '施工许可', itemCodes: null }] as const;
    expect(against(aRequest(), { qualifications })).toEqual([
      '没有“立项用地规划许可”阶段下列事项的服务资格:建设用地规划许可证核发。',
    ]);
    expect(ranking(aRequest({ items: [C04] }), [aCandidate({ qualifications })])).toEqual(['a']);
  });

  it('qualified for the first stage can take P01 of 并行推进 (R20)', () => {
    const qualifications = [{ stage: '立项用地规划许可', itemCodes: null }] as const;
    expect(ranking(aRequest({ items: [A10, P01] }), [aCandidate({ qualifications })])).toEqual(['a']);
  });

  it('qualified for some items of a stage cannot take the others (R20)', () => {
    const qualifications = [{ stage: '立项用地规划许可', itemCodes: ['P01'] }] as const;
    expect(ranking(aRequest({ items: [P01] }), [aCandidate({ qualifications })])).toEqual(['a']);
    expect(against(aRequest({ items: [A10, P01, C04] }), { qualifications })).toEqual([
      '没有“立项用地规划许可”阶段下列事项的服务资格:建设用地规划许可证核发。',
      '没有“施工许可”阶段下列事项的服务资格:建筑工程施工许可证核发。',
    ]);
  });

  it('is not ranked by a guide’s specialty', () => {
    const { ranked } = suggest(aRequest({ specialty: '工业' }), [aCandidate()]);
    expect(ranked[0]?.breakdown.specialty).toBe(0);
  });
});

describe('a guide', () => {
  it('of the project’s specialty comes first: a hospital gets 医疗 (R18)', () => {
    const candidates = [
      aCandidate({ agentId: 'local-industry', openCases: 0 }),
      aCandidate({ agentId: 'city-medical', regionId: null, specialties: ['医疗', '教育'] }),
      aCandidate({ agentId: 'local-medical', specialties: ['医疗'], openCases: 20 }),
    ];
    expect(ranking(guideRequest(), candidates)).toEqual(['local-medical', 'city-medical', 'local-industry']);
  });

  it('of the upper level is suggested where the county has none (R19)', () => {
    const candidates = [
      aCandidate({ agentId: 'other', regionId: '370781' }),
      aCandidate({ agentId: 'city', regionId: null }),
    ];
    expect(ranking(guideRequest(), candidates)).toEqual(['city', 'other']);
  });

  it('needs no qualification for a stage', () => {
    expect(ranking(guideRequest(), [aCandidate({ qualifications: [] })])).toEqual(['a']);
  });

  it('of no special category goes by place and load', () => {
    const candidates = [aCandidate({ agentId: 'city', regionId: null }), aCandidate({ agentId: 'local' })];
    expect(ranking(guideRequest({ specialty: null }), candidates)).toEqual(['local', 'city']);
  });
});

describe('who may not take a case', () => {
  it.each([
    [{ contractEndsOn: '2026-11-22' }, ['聘用或选派期限已于2026-11-22届满。']],
    [{ contractEndsOn: '2026-11-23' }, []],
    [{ contractEndsOn: null }, []],
    [{ passedBaseCourse: false }, ['尚未通过基础培训考核。']],
    [{ conflicts: ['为本项目的工作督导员'] }, ['须回避:为本项目的工作督导员。']],
    [
      { conflicts: ['曾任项目单位负责人'], contractEndsOn: '2026-01-01', passedBaseCourse: false, qualifications: [] },
      [
        '聘用或选派期限已于2026-01-01届满。',
        '尚未通过基础培训考核。',
        '须回避:曾任项目单位负责人。',
        '没有“立项用地规划许可”阶段下列事项的服务资格:建设用地规划许可证核发。',
      ],
    ],
  ])('%j → %j', (over, reasons) => {
    expect(against(aRequest(), over)).toEqual(reasons);
  });

  it('the same holds for a guide', () => {
    expect(against(guideRequest(), { passedBaseCourse: false })).toEqual(['尚未通过基础培训考核。']);
  });

  it('an untrained agent is only warned of where that is configured (R23)', () => {
    const { ranked, excluded } = suggest(aRequest({ untrained: 'warn' }), [aCandidate({ passedBaseCourse: false })]);
    expect(excluded).toEqual([]);
    expect(ranked[0]?.reasons).toContain('尚未通过基础培训考核,请先安排培训。');
  });
});

describe('reasons and points', () => {
  it('of a helper', () => {
    const leave = { from: '2026-11-20', to: '2026-11-30' };
    expect(suggest(aRequest({ items: [C04, A10] }), [aCandidate({ leave })]).ranked).toEqual([
      {
        agentId: 'a',
        name: '测试人员甲',
        score: 1270,
        breakdown: { specialty: 0, place: 1000, room: 270, present: 0 },
        reasons: [
          '寿光市本地人员,属地优先。',
          '具备“立项用地规划许可”阶段服务资格。',
          '具备“施工许可”阶段服务资格。',
          '在办3件。',
          '2026-11-20至2026-11-30休假。',
        ],
      },
    ]);
  });

  it.each([
    [{ specialties: ['医疗'], regionId: null }, ['市级机构人员。', '熟悉“医疗”类项目审批流程。', '在办3件。']],
    [{ regionId: '370781' }, ['不是寿光市的人员。', '没有“医疗”类专长。', '在办3件。']],
  ])('of a guide with %j', (over, reasons) => {
    expect(suggest(guideRequest(), [aCandidate(over)]).ranked[0]?.reasons).toEqual(reasons);
  });
});

describe('for any candidates', () => {
  const day = fc.constantFrom('2026-11-20', '2026-11-23', '2026-11-30');
  const stage = fc.constantFrom('立项用地规划许可' as const, '工程建设许可' as const, '施工许可' as const);
  const candidates = fc.uniqueArray(
    fc.record({
      agentId: fc.string({ minLength: 1, maxLength: 3 }),
      name: fc.constant('测试人员'),
      regionId: fc.constantFrom('370783', '370781', null),
      qualifications: fc.array(fc.record({ stage, itemCodes: fc.constantFrom(null, ['A10'], ['C04']) })),
      specialties: fc.subarray(['工业', '医疗']),
      openCases: fc.nat(80),
      leave: fc.option(fc.record({ from: day, to: day })),
      contractEndsOn: fc.option(day),
      passedBaseCourse: fc.boolean(),
      conflicts: fc.subarray(['亲属关系']),
    }),
    { selector: ({ agentId }) => agentId },
  );
  const requests = fc.record({
    role: fc.constantFrom('principal_helper' as const, 'guide' as const),
    specialty: fc.constantFrom('医疗', null),
  });

  it('everyone is either ranked or excluded with a reason, in an order that the input’s does not change', () => {
    fc.assert(
      fc.property(requests, candidates, (over, drawn) => {
        const answer = suggest(aRequest(over), drawn);
        const listed = [...answer.ranked, ...answer.excluded].map(({ agentId }) => agentId);
        expect(listed.sort()).toEqual(drawn.map(({ agentId }) => agentId).sort());
        expect(answer.excluded.every(({ reasons }) => reasons.length > 0)).toBe(true);
        expect(suggest(aRequest(over), [...drawn].reverse())).toEqual(answer);
      }),
    );
  });

  it('no one from elsewhere stands before a helper of the place', () => {
    fc.assert(
      fc.property(candidates, (drawn) => {
        const places = suggest(aRequest(), drawn).ranked.map(({ breakdown }) => breakdown.place);
        expect(places).toEqual([...places].sort((a, b) => b - a));
      }),
    );
  });

  it('the parts add up to the score, and the best score stands first', () => {
    fc.assert(
      fc.property(requests, candidates, (over, drawn) => {
        const { ranked } = suggest(aRequest(over), drawn);
        const scores = ranked.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        for (const { score, breakdown } of ranked) {
          expect(Object.values(breakdown).reduce((sum: number, part: number) => sum + part, 0)).toBe(score);
        }
      }),
    );
  });
});
