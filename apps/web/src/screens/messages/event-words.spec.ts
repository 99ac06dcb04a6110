import { conditionWords, eventName, templateName } from './event-words.js';

describe('words of events', () => {
  it('say a condition value by value', () => {
    expect(conditionWords({ role: ['guide', 'member'], verified: [true] })).toBe(
      '指派的是指导员、指派的是团队成员、结果已核实',
    );
    expect(conditionWords({})).toBe('');
  });

  it('leave a newer name as it is', () => {
    expect([eventName('case.applied'), eventName('case.new')]).toEqual(['项目提出申请', 'case.new']);
    expect(templateName('some-new-template')).toBe('some-new-template');
  });
});
