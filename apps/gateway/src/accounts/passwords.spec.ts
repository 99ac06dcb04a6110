import { hashPassword, isPassword, isWeak } from './passwords.js';

describe('a password', () => {
  it.each([
    ['too short', 'abcdefgh123'],
    ['without a digit', 'correct horse battery'],
    ['without a letter', '829471650382'],
    ['with the user name in it', 'xx WangMing 2947 yy'],
    ['with a common word in it', 'my-Password-2947'],
  ])('is weak %s', (_, password) => {
    expect(isWeak(password, 'wangming')).toBe(true);
  });

  it.each(['correct horse 7 battery', '寿光市政务服务大厅二楼7号窗口'])('is strong enough as “%s”', (password) => {
    expect(isWeak(password, 'wangming')).toBe(false);
  });

  it('is kept as argon2id with a salt of its own, and recognised', async () => {
    const [one, two] = await Promise.all([
      hashPassword('correct horse 7 battery'),
      hashPassword('correct horse 7 battery'),
    ]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect([await isPassword(one, 'correct horse 7 battery'), await isPassword(one, 'wrong')]).toEqual([true, false]);
  });
});
