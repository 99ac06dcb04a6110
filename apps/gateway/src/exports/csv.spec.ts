import { csvLine } from './csv.js';

describe('a line of CSV', () => {
  it('is written as RFC 4180 says', () => {
    expect(csvLine(['a', 1, null, 'b,c', '说"好"', '两\n行'])).toBe('a,1,,"b,c","说""好""","两\n行"\r\n');
  });

  it.each(['=1+1', '+86', '-2', '@SUM(A1)', '\t=1', ' =1', '＝HYPERLINK()', '\r=1'])(
    'keeps %j from being calculated',
    (formula) => {
      expect(csvLine([formula]).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it.each(['370783', '19900000011', '0536-5100011', '007', '2025-03', '1E5', '123456789012345678', '1/2'])(
    'keeps %s text',
    (code) => expect(csvLine([code])).toBe(`"\t${code}"\r\n`),
  );

  it.each(['A10', '2026-11-23', '2026-11-23 09:30', '91370702MAX000744L', '地字第370783202400012号', '寿光'])(
    'leaves %s as it is',
    (text) => expect(csvLine([text])).toBe(`${text}\r\n`),
  );
});
