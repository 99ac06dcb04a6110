import { ALL_STREAMS } from '#libs/contracts/streams.js';
import { factName } from '#libs/contracts/define.js';
import { factsWithSentence, sentenceOf } from './sentences.js';
import { wordingOf } from './wording.js';

const id = '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f';

describe('the sentences of the ledger', () => {
  it('has one for every fact any service declares', () => {
    const declared = ALL_STREAMS.flatMap(({ topic, types }) => Object.keys(types).map((type) => factName(topic, type)));
    expect(factsWithSentence().sort()).toEqual(declared.sort());
  });

  it('names people, bodies and items instead of codes', () => {
    const say = wordingOf(
      new Map([
        ['WF-ZRJ', '市自然资源和规划局'],
        ['SD-ZRZY', '省自然资源厅'],
        ['A12', '建设用地审批'],
      ]),
    );
    const data = { caseId: id, coordinationId: id, itemCode: 'A12', fromDepartment: 'WF-ZRJ', toDepartment: 'SD-ZRZY' };
    expect(sentenceOf({ type: 'routing.provinceCoordinated', data }, say)).toBe(
      '“建设用地审批”属省级以上权限,由市自然资源和规划局按业务对口协调省自然资源厅办理。',
    );
  });

  it('says a plain noun for what it does not know by name yet', () => {
    const say = wordingOf(new Map());
    const data = {
      caseId: id,
      mandateId: id,
      holderAgentId: id,
      itemCodes: null,
      validFrom: '2026-11-23',
      validTo: '2027-11-22',
    };
    expect(sentenceOf({ type: 'case.mandateGranted', data }, say)).toBe(
      '项目单位授权帮代办人员为经办人,可代为申报全部事项,期限2026-11-23至2027-11-22。',
    );
  });

  it('refuses a fact nobody declared', () => {
    expect(() => sentenceOf({ type: 'case.forgotten', data: {} }, wordingOf(new Map()))).toThrow('no sentence');
  });
});
