import { needsCityManager } from './transfer-limit.js';

const transfer = (...itemCodes: string[]) => ({ itemCodes });

it.each([
  [[], ['B02'], []],
  [[transfer('B02')], ['B02'], []],
  [[transfer('B02'), transfer('B02')], ['B02'], ['B02']],
  [[transfer('B02'), transfer('B02'), transfer('B02')], ['B02'], ['B02']],
  [[transfer('B02', 'C04'), transfer('B02')], ['C04', 'B02'], ['B02']],
  [
    [transfer('B02', 'C04'), transfer('C04', 'B02')],
    ['C04', 'B02', 'A10'],
    ['C04', 'B02'],
  ],
  [[transfer('B02'), transfer('C04')], ['B02', 'C04'], []],
  [[transfer('B02'), transfer('B02')], [], []],
])('after the transfers %j, moving %j needs the city manager for %j', (past, itemCodes, limited) => {
  expect(needsCityManager(past, itemCodes)).toEqual(limited);
});
