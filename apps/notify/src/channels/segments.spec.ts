import { concatenationHeader, referenceOf, segmentsOf, signed } from './segments.js';

const lengths = (text: string): number[] => segmentsOf(text).map(({ length }) => length);

describe('the segments of a text message', () => {
  it.each([
    [69, [69]],
    [70, [70]],
    [71, [67, 4]],
    [134, [67, 67]],
    [135, [67, 67, 1]],
  ])('%i units are carried as %j', (units, expected) => {
    expect(lengths('审'.repeat(units))).toEqual(expected);
  });

  it('counts an emoji as two units', () => {
    expect(lengths(`${'审'.repeat(68)}😀`)).toEqual([70]);
    expect(lengths(`${'审'.repeat(69)}😀`)).toEqual([67, 4]);
  });

  it('moves an emoji at the border whole into the next segment', () => {
    const text = `${'审'.repeat(66)}😀${'批'.repeat(10)}`;
    expect(segmentsOf(text)).toEqual(['审'.repeat(66), `😀${'批'.repeat(10)}`]);
  });

  it('needs one more segment when a border emoji pushes the rest over', () => {
    expect(lengths(`${'审'.repeat(66)}😀${'批'.repeat(66)}`)).toEqual([66, 67, 1]);
  });

  it('loses nothing', () => {
    const text = '潍坊😀审批'.repeat(40);
    expect(segmentsOf(text).join('')).toBe(text);
  });
});

describe('the signature', () => {
  it('stands once at the head and counts', () => {
    expect(signed('潍坊审批服务', '已收到。')).toBe('【潍坊审批服务】已收到。');
    expect(signed('潍坊审批服务', '【潍坊审批服务】已收到。')).toBe('【潍坊审批服务】已收到。');
    expect(segmentsOf(signed('潍坊审批服务', '批'.repeat(62)))).toHaveLength(1);
    expect(segmentsOf(signed('潍坊审批服务', '批'.repeat(63)))).toHaveLength(2);
  });
});

describe('the header of a segment', () => {
  it('is six bytes with an 8-bit reference', () => {
    expect([...concatenationHeader(0x1ff, 3, 2)]).toEqual([5, 0, 3, 0xff, 3, 2]);
  });

  it('has the same reference when the same attempt is submitted again', () => {
    expect(referenceOf('a', 1)).toBe(referenceOf('a', 1));
    expect(referenceOf('a', 1)).not.toBe(referenceOf('a', 2));
  });
});
