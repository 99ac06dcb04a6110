import { evaluate, factName } from './condition.js';

const yes = { holds: true, missing: [] };
const no = { holds: false, missing: [] };
const unsaid = (...missing: string[]) => ({ holds: null, missing });

it.each([
  ['', {}, yes],
  ['funding=city', { funding: 'city' }, yes],
  ['funding=city', { funding: 'government' }, no],
  ['funding=city', {}, unsaid('funding')],
  ['funding=city', { funding: '' }, unsaid('funding')],
  ['funding!=city', { funding: 'county' }, yes],
  ['funding!=city', { funding: 'city' }, no],
  ['funding!=city', {}, unsaid('funding')],
  ['forest=true', { forest: true }, yes],
  ['forest=true', { forest: false }, no],
  ['voltage_kv=35', { voltage_kv: 35 }, yes],
  ['annual_energy_tce>=5000', { annual_energy_tce: 5000 }, yes],
  ['annual_energy_tce>=5000', { annual_energy_tce: 4999.9 }, no],
  ['annual_energy_tce>=5000', { annual_energy_tce: 'unknown' }, unsaid('annual_energy_tce')],
  ['annual_energy_tce>5000', { annual_energy_tce: 5000 }, no],
  ['annual_energy_tce>5000', { annual_energy_tce: 5001 }, yes],
  ['annual_energy_tce<5000', { annual_energy_tce: 5000 }, no],
  ['annual_energy_tce<5000', { annual_energy_tce: 0 }, yes],
  ['annual_energy_tce<=5000', { annual_energy_tce: 5000 }, yes],
  ['annual_energy_tce <= 5000', { annual_energy_tce: 5001 }, no],
  ['area>20000 and class=large', { area: 20001, class: 'large' }, yes],
  ['area>20000 and class=large', { area: 20001, class: 'small' }, no],
  ['area>20000 and class=large', { area: 20001 }, unsaid('class')],
  ['area>20000 and class=large', { class: 'large' }, unsaid('area')],
  ['area>20000 and class=large', {}, unsaid('area', 'class')],
  ['area>20000 and class=large', { area: 100 }, no],
  ['area>20000 and class=large', { class: 'small' }, no],
])('“%s” with %j gives %j', (condition, facts, verdict) => {
  expect(evaluate(condition, facts)).toEqual(verdict);
});

it.each(['funding', 'funding==city', '=city', 'funding=', 'a=1 or b=2', 'Funding=city', 'energy>=much', 'a=1 and '])(
  'a condition it cannot read is a fault of the data: “%s”',
  (condition) => {
    expect(() => evaluate(condition, { a: '1', energy: 1 })).toThrow('Not a condition');
  },
);

it('a fact has a name people read, a new one its key', () => {
  expect(factName('annual_energy_tce')).toBe('年综合能耗(吨标准煤)');
  expect(factName('harbour_class')).toBe('harbour_class');
});
