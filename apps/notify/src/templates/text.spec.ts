import { fillIn, neutral, unfitness } from './text.js';

describe('a value in a text message', () => {
  it('cannot bring a second signature', () => {
    expect(neutral('【某某银行】年产5万吨项目', 40)).toBe('〔某某银行〕年产5万吨项目');
  });

  it.each(['见http://a.cn/x', '见www.example.com', '见pay.example.com/a?b=1'])('loses its link: %s', (value) => {
    expect(neutral(value, 40)).toBe('见(链接略)');
  });

  it('shows no phone and no identity number', () => {
    expect(neutral('联系13800001234', 40)).toBe('联系138****1234');
    expect(neutral('联系0536-1234567', 40)).toBe('联系(电话略)');
    expect(neutral('证号370702190001011234', 40)).toBe('证号3707**********1234');
  });

  it('keeps a document number and a case number as they are', () => {
    expect(neutral('潍审批〔2026〕12号', 40)).toBe('潍审批〔2026〕12号');
    expect(neutral('BDB-2026-000123', 24)).toBe('BDB-2026-000123');
  });

  it('is one line and no longer than its limit, no emoji halved', () => {
    expect(neutral('第一行\n第二行', 40)).toBe('第一行 第二行');
    expect(neutral('审'.repeat(41), 40)).toBe(`${'审'.repeat(39)}…`);
    expect(neutral('审审审😀审', 5)).toBe('审审审…');
  });
});

describe('a template', () => {
  it('takes the values of its variables, and none that looks like a variable', () => {
    expect(fillIn('“{projectName}”已收到,编号{caseNumber}。', { projectName: '{caseNumber}', caseNumber: 'B1' })).toBe(
      '“{caseNumber}”已收到,编号B1。',
    );
  });

  it('has no text while a value is missing or empty', () => {
    expect(fillIn('编号{caseNumber}', {})).toBeNull();
    expect(fillIn('编号{caseNumber}', { caseNumber: ' ' })).toBeNull();
  });

  it('is unfit with a signature, a link, a number or a broken variable', () => {
    expect(unfitness('【潍坊】{projectName}已收到。')).toEqual(['不能包含【】,签名由通道统一添加']);
    expect(unfitness('请看www.example.com')).toEqual(['不能包含链接']);
    expect(unfitness('请拨13800001234')).toEqual(['不能包含电话号码']);
    expect(unfitness('370702190001011234')).toEqual(['不能包含身份证号码']);
    expect(unfitness('{projectName已收到')).toEqual(['变量须写作{变量名}']);
  });

  it('is unfit when it could grow too long with its variables filled', () => {
    expect(unfitness('审'.repeat(466))).toEqual([]);
    expect(unfitness(`${'审'.repeat(426)}{projectName}`)).toEqual([]);
    expect(unfitness(`${'审'.repeat(427)}{projectName}`)).toHaveLength(1);
  });
});
