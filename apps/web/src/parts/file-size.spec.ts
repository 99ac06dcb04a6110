import { fileSize } from './file-size.js';

describe('the size of a file in words', () => {
  it.each([
    [0, '0 B'],
    [73, '73 B'],
    [1_000, '1 kB'],
    [1_540_000, '1.5 MB'],
    [20_480, '20 kB'],
    [200_000_000, '200 MB'],
  ])('%i is %s', (bytes, words) => expect(fileSize(bytes)).toBe(words));
});
