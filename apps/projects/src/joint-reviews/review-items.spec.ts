import type { PlanItem } from '#libs/contracts/facts.js';
import { concluded, invitations, reviewItems, withoutOpinion } from './review-items.js';

const planItem = (values: Partial<PlanItem>): PlanItem => ({
  itemCode: 'B02',
  name: '建设工程规划许可证核发',
  stage: '工程建设许可',
  helperStage: '工程建设许可',
  kind: '行政许可',
  need: 'needed',
  needReason: '',
  entrusted: true,
  itemClass: 1,
  mode: '代办',
  level: 'county',
  levelStep: 'R118',
  levelReason: '',
  legalBody: 'SG-SPJ',
  handlingBody: 'SG-SPJ',
  consultedBody: 'SG-ZRJ',
  counted: true,
  preApproval: true,
  ...values,
});

const opinion = (itemCode: string, departmentCode: string, word: 'meets' | 'lacks' | 'not_applicable') => ({
  itemCode,
  departmentCode,
  opinion: word,
  text: '意见',
});

describe('the items of a joint review', () => {
  const items = reviewItems([
    planItem({}),
    planItem({ itemCode: 'P03', legalBody: 'WF-HBJ', handlingBody: 'SG-HBJ', consultedBody: null }),
    planItem({ itemCode: 'P07', need: 'to_be_checked', legalBody: null, handlingBody: null, consultedBody: 'SG-SLJ' }),
    planItem({ itemCode: 'X0', need: 'not_needed' }),
  ]);

  it('invites the handling, the legal and the consulted body, each once', () => {
    expect(invitations(items)).toEqual([
      { departmentCode: 'SG-SPJ', itemCodes: ['B02'] },
      { departmentCode: 'SG-ZRJ', itemCodes: ['B02'] },
      { departmentCode: 'SG-HBJ', itemCodes: ['P03'] },
      { departmentCode: 'WF-HBJ', itemCodes: ['P03'] },
      { departmentCode: 'SG-SLJ', itemCodes: ['P07'] },
    ]);
  });

  it('misses the opinion of the body that decides, not of the one that is consulted', () => {
    const spoken = [opinion('B02', 'SG-ZRJ', 'meets'), opinion('P03', 'SG-HBJ', 'meets')];
    expect(withoutOpinion(items, spoken).map(({ itemCode }) => itemCode)).toEqual(['B02']);
  });

  it('concludes by the decider unless the meeting said otherwise, and never guesses what is to be checked', () => {
    const spoken = [opinion('B02', 'SG-SPJ', 'not_applicable'), opinion('P03', 'SG-HBJ', 'lacks')];
    const { conclusions, undecided } = concluded(items, spoken, []);
    expect(conclusions.map(({ itemCode, need }) => [itemCode, need])).toEqual([
      ['B02', 'not_needed'],
      ['P03', 'needed'],
    ]);
    expect(undecided.map(({ itemCode }) => itemCode)).toEqual(['P07']);
    const said = { itemCode: 'P07', need: 'not_needed' as const, reason: '不涉及河道' };
    expect(concluded(items, spoken, [said]).conclusions).toContainEqual(said);
  });
});
