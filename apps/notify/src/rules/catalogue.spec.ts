import { segmentsOf, signed } from '../channels/segments.js';
import { TEMPLATES } from '../templates/catalogue.js';
import { fillIn, placeholdersOf, unfitness } from '../templates/text.js';
import { VARIABLES } from '../templates/variables.js';
import { RULES } from './catalogue.js';
import { eventOf } from './events.js';

describe('the rules and templates an installation begins with', () => {
  it.each(TEMPLATES.map(({ code, event, text }) => ({ code, event, text })))(
    '$code is fit, and its event offers its variables',
    ({ event, text }) => {
      expect(unfitness(text)).toEqual([]);
      expect(eventOf(event)?.variables).toEqual(expect.arrayContaining(placeholdersOf(text)));
    },
  );

  it('use every template once', () => {
    expect(RULES.map(({ template }) => template).toSorted()).toEqual(TEMPLATES.map(({ code }) => code).toSorted());
  });

  it('need at most three segments with every variable at its longest', () => {
    const longest = Object.fromEntries(
      Object.entries(VARIABLES).map(([name, { maxLength }]) => [name, '审'.repeat(maxLength)]),
    );
    const segments = TEMPLATES.map(
      ({ text }) => segmentsOf(signed('潍坊审批服务', fillIn(text, longest) ?? '')).length,
    );
    expect(Math.max(...segments)).toBeLessThanOrEqual(3);
  });
});
