import { standing, tokenOf } from './idle.js';

describe('a kiosk that nobody touches', () => {
  it('is in use for a minute, counts down ten seconds, and is cleared', () => {
    expect(standing(0)).toBe('in_use');
    expect(standing(59_999)).toBe('in_use');
    expect(standing(60_000)).toEqual({ left: 10 });
    expect(standing(60_999)).toEqual({ left: 10 });
    expect(standing(69_000)).toEqual({ left: 1 });
    expect(standing(69_999)).toEqual({ left: 1 });
    expect(standing(70_000)).toBe('over');
    expect(standing(3_600_000)).toBe('over');
  });
});

describe('the code of a progress page', () => {
  it('is read from an address, from a path and from the code itself', () => {
    const token = 'q0w9e8r7t6y5u4i3o2p1a0s9-_x';
    for (const entered of [
      token,
      `/p/${token}`,
      `https://example.cn/p/${token}\n`,
      ` http://x:3000/p/${token}?from=qr `,
    ])
      expect(tokenOf(entered)).toBe(token);
  });

  it('is nothing else', () => {
    for (const entered of ['', 'abc', 'https://example.cn/cases/q0w9e8r7t6y5', '项目进度编号在这里', '/p/'])
      expect(tokenOf(entered)).toBeNull();
  });
});
