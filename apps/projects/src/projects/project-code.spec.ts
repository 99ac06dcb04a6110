import { readReference } from '#libs/reference/reference.js';
import { readProjectCode } from './project-code.js';

describe('the project code (GB/T 40058-2021)', () => {
  it('reads the new form with and without hyphens, and full-width digits too', () => {
    const expected = { code: '2407-370783-89-01-563849', format: 'new' };
    expect(readProjectCode('2407-370783-89-01-563849')).toEqual(expected);
    expect(readProjectCode('24073707838901563849')).toEqual(expected);
    expect(readProjectCode('2407-370783-89-01-563849')).toEqual(expected);
  });

  it('tells the old form by a year that is no month, with a serial of five digits too', () => {
    expect(readProjectCode('2020-330327-48-01-167360')?.format).toBe('old');
    expect(readProjectCode('2017-130000-01-01-00001')).toEqual({ code: '2017-130000-01-01-00001', format: 'old' });
  });

  it('leaves 2011 undecided: November 2020, or the year 2011', () => {
    expect(readProjectCode('2011-370783-04-01-563849')?.format).toBe('unknown');
  });

  it('refuses month 13, a wrong length and letters', () => {
    expect(readProjectCode('2413-370783-89-01-563849')).toBeNull();
    expect(readProjectCode('2407-370783-89-01-5638')).toBeNull();
    expect(readProjectCode('2407-37078X-89-01-563849')).toBeNull();
  });

  it('accepts every code of the sample projects, and the same with another check digit', () => {
    for (const { projectCode } of readReference('data').samples) {
      expect(readProjectCode(projectCode)).toEqual({ code: projectCode, format: 'new' });
      const otherDigit = `${projectCode.slice(0, -1)}${(Number(projectCode.at(-1)) + 1) % 10}`;
      expect(readProjectCode(otherDigit)?.code).toBe(otherDigit);
    }
  });
});
