import fc from 'fast-check';
import { Uscc } from '#libs/contracts/projects.js';
import { usccCheckDigitHolds } from './uscc.js';

describe('the unified credit code (GB 32100-2015)', () => {
  it.each([
    '91370702MAX000373X',
    '91370702MAX000744L',
    '91370703MAX0011145',
    '91350100M000100Y43',
    '91512081MA62K0260E',
  ])('accepts the published example %s', (uscc) => expect(usccCheckDigitHolds(Uscc.parse(uscc))).toBe(true));

  it.each(['91370702MAX000373Y', '91350100M000100Y4Z'])('finds the wrong check digit of %s', (uscc) => {
    expect(usccCheckDigitHolds(uscc)).toBe(false);
  });

  it('makes lower case upper, and refuses 17 characters and the letter I', () => {
    expect(Uscc.parse(' 91370702max000373x ')).toBe('91370702MAX000373X');
    expect(Uscc.safeParse('91370702MAX000373').success).toBe(false);
    expect(Uscc.safeParse('91370702MAI000373X').success).toBe(false);
  });

  it('finds every single wrong character before the check digit', () => {
    const symbols = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    fc.assert(
      fc.property(fc.nat(16), fc.constantFrom(...symbols), (at, symbol) => {
        const uscc = '91370702MAX000373X';
        fc.pre(uscc[at] !== symbol);
        return !usccCheckDigitHolds(uscc.slice(0, at) + symbol + uscc.slice(at + 1));
      }),
    );
  });
});
