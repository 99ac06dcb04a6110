import { EMPTY, wantedOf } from './hand-over-plan.js';

describe('the plan of handing everything over', () => {
  it('names only the takers who differ from the default', () => {
    const plan = { ...EMPTY, text: ' 年休假 ', defaultTo: 'b', takers: { h1: 'b', h2: 'c', h3: undefined } };
    expect(wantedOf('a', plan)).toEqual({
      agentId: 'a',
      cause: 'leave',
      text: '年休假',
      takers: [{ holdingId: 'h2', toAgentId: 'c' }],
      defaultToAgentId: 'b',
    });
  });

  it('has no default unless one was chosen', () => {
    expect(wantedOf('a', { ...EMPTY, takers: { h1: 'c' } })).toMatchObject({
      takers: [{ holdingId: 'h1', toAgentId: 'c' }],
      defaultToAgentId: null,
    });
  });
});
