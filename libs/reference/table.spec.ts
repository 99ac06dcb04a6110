import { z } from 'zod';
import { ItemRow, RegionRow, SampleProjectRow } from './rows.js';
import { parseTable, ReferenceFaults } from './table.js';

const Road = z.object({
  roadCode: z.string().min(1, '请填写'),
  length10k: z.string().regex(/^\d+$/, '请填写数字').transform(Number),
  note: z.string(),
});
const HEADER = 'road_code,length_10k,note\n';

const faultsOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof ReferenceFaults) return error.faults;
    throw error;
  }
  return [];
};
const roadFaults = (text: string) => faultsOf(() => parseTable('roads.csv', text, Road, ['road_code']));

describe('parseTable', () => {
  it('types the cells and names the fields by the header', () => {
    expect(parseTable('roads.csv', `${HEADER}G18,3,"a, ""b"""\n`, Road)).toEqual([
      { roadCode: 'G18', length10k: 3, note: 'a, "b"' },
    ]);
  });

  it('tolerates a byte order mark, Windows line ends and empty lines', () => {
    expect(parseTable('roads.csv', '\ufeffroad_code,length_10k,note\r\n\r\nG18,3,\r\n', Road)).toHaveLength(1);
  });

  it('names file, line and column of a bad cell and says what to put there', () => {
    expect(roadFaults(`${HEADER}G18,3,\nG20,three,\n,4,\n`)).toEqual([
      { file: 'roads.csv', line: 3, column: 'length_10k', reason: '“three”不能用:请填写数字' },
      { file: 'roads.csv', line: 4, column: 'road_code', reason: '此格为空:请填写' },
    ]);
  });

  it('counts the real lines when quoted cells contain line breaks', () => {
    const faults = roadFaults(`${HEADER}"G\n18",3,"x\r\ny"\n\n"G\n20",three,"x\ny"\n`);
    expect(faults.map((fault) => [fault.line, fault.column])).toEqual([[7, 'length_10k']]);
  });

  it('refuses a repeated key and says which line it repeats', () => {
    expect(roadFaults(`${HEADER}G18,3,"x\ny"\nG18,4,\n`)).toEqual([
      { file: 'roads.csv', line: 4, column: 'road_code', reason: '“G18”与第2行重复,请删去一行或改正' },
    ]);
  });

  it('refuses missing, unknown and repeated columns before it looks at rows', () => {
    const faults = roadFaults('road_code,road_code,colour\nG18,three\n');
    expect(faults.map((fault) => [fault.line, fault.column, fault.reason])).toEqual([
      [1, 'length_10k', '缺少这一列,请在表头补上'],
      [1, 'note', '缺少这一列,请在表头补上'],
      [1, 'colour', '不认识这一列,请删去或改正列名'],
      [1, 'road_code', '这一列出现了两次,请只保留一列'],
    ]);
  });

  it('refuses an empty file by its missing columns', () => {
    expect(roadFaults('').map((fault) => fault.column)).toEqual(['road_code', 'length_10k', 'note']);
  });

  it('refuses a row with too few or too many cells', () => {
    expect(roadFaults(`${HEADER}G18,3\nG20,3,,\n`).map((fault) => [fault.line, fault.reason])).toEqual([
      [2, '本行有2格,表头有3列,请检查逗号和引号'],
      [3, '本行有4格,表头有3列,请检查逗号和引号'],
    ]);
  });

  it('refuses a quotation mark that is never closed', () => {
    const [fault] = roadFaults(`${HEADER}G18,3,"open\n`);
    expect(fault?.reason).toContain('引号不成对');
  });

  it('keeps item codes and department codes apart: one has no hyphen, the other must have one', () => {
    expect(ItemRow.shape.code.safeParse('WF-ZRJ').success).toBe(false);
    expect(ItemRow.shape.code.safeParse('Z13a').success).toBe(true);
  });

  it('reads prerequisites as all of any', () => {
    expect(ItemRow.shape.prereq.parse('A10;A11|A08')).toEqual([['A10'], ['A11', 'A08']]);
    expect(ItemRow.shape.prereq.parse('')).toEqual([]);
  });

  it('reads facts as truth values, numbers and words and refuses anything else', () => {
    expect(SampleProjectRow.shape.facts.parse('forest=false;site_area_ha=4.6;eia_class=report_form')).toEqual({
      forest: false,
      site_area_ha: 4.6,
      eia_class: 'report_form',
    });
    expect(SampleProjectRow.shape.facts.safeParse('forest').success).toBe(false);
  });

  it('says every choice of a cell that must hold one of several words', () => {
    const header = Object.keys(RegionRow.shape).map((name) =>
      name.replace(/[A-Z]/g, (part) => `_${part.toLowerCase()}`),
    );
    const row = '370000,370000,370000,山东省,Shandong,state,,2021-01-01,,GB/T 2260,H,';
    expect(faultsOf(() => parseTable('regions.csv', `${header.join(',')}\n${row}\n`, RegionRow))).toEqual([
      { file: 'regions.csv', line: 2, column: 'level', reason: '“state”不能用:请改为province、city、county、zone之一' },
    ]);
  });
});
