import { CsvError, parse } from 'csv-parse/sync';
import type { z } from 'zod';

/** One fault of a data file. `line` counts from 1 and is where the cell begins; `column` is the header, empty for a whole line. */
export interface ReferenceFault {
  file: string;
  line: number;
  column: string;
  /** What is wrong and what to do, in Chinese. */
  reason: string;
}

/** Everything wrong with the reference data at once: nothing of it is used until all of it is right. */
export class ReferenceFaults extends Error {
  constructor(readonly faults: readonly ReferenceFault[]) {
    super(faults.map((fault) => `${fault.file}:${fault.line} ${fault.column} ${fault.reason}`).join('\n'));
    this.name = 'ReferenceFaults';
  }
}

/** Throws ReferenceFaults when there is at least one. */
export function refuseFaults(faults: readonly ReferenceFault[]): void {
  if (faults.length > 0) throw new ReferenceFaults(faults);
}

/** A typed row and the line it begins on, for faults found later across files. */
export interface Located<Row> {
  line: number;
  row: Row;
}

interface CsvRecord {
  cells: string[];
  lastLine: number;
}

interface Read<Row> {
  located: Located<Row>[];
  faults: ReferenceFault[];
}

/** The typed rows of one CSV (RFC 4180, UTF-8, BOM tolerated); `key` names the columns that identify a row. Throws ReferenceFaults. */
export function parseTable<S extends z.ZodObject>(
  file: string,
  text: string,
  schema: S,
  key: readonly string[] = [],
): z.output<S>[] {
  const { located, faults } = readTable(file, text, schema, key);
  refuseFaults(faults);
  return located.map(({ row }) => row);
}

/** As parseTable, but returns the faults so that several files can be read before refusing; a file with faults yields no rows. */
export function readTable<S extends z.ZodObject>(
  file: string,
  text: string,
  schema: S,
  key: readonly string[] = [],
): Read<z.output<S>> {
  const { records, faults: broken } = readRecords(file, text);
  const [head = { cells: [], lastLine: 1 }, ...body] = records;
  const early = broken.length > 0 ? broken : headerFaults(file, head.cells, Object.keys(schema.shape));
  if (early.length > 0) return { located: [], faults: early };

  const reads = body.map((record) => readRow(file, head.cells, record, schema));
  const faults = [...reads.flatMap((read) => read.faults), ...duplicateFaults(file, head.cells, body, key)];
  return { located: faults.length > 0 ? [] : reads.flatMap((read) => read.located), faults };
}

function readRecords(file: string, text: string): { records: CsvRecord[]; faults: ReferenceFault[] } {
  const records: CsvRecord[] = [];
  const keep = (cells: string[], { lines }: { lines: number }) => {
    records.push({ cells, lastLine: lines });
    return null;
  };
  try {
    parse(text.replace(/\r\n?/g, '\n'), {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: keep,
    });
    return { records, faults: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    return { records, faults: [{ file, line, column: '', reason: '引号不成对,请检查本行及其前面未闭合的引号' }] };
  }
}

const camel = (column: string) => column.replace(/_([a-z0-9])/g, (_, next: string) => next.toUpperCase());

function headerFaults(file: string, header: readonly string[], fields: readonly string[]): ReferenceFault[] {
  const known = new Set(fields);
  const present = new Set(header.map(camel));
  const fault = (column: string, reason: string) => ({ file, line: 1, column, reason });
  return [
    ...fields.filter((field) => !present.has(field)).map((field) => fault(snake(field), '缺少这一列,请在表头补上')),
    ...header
      .filter((column) => !known.has(camel(column)))
      .map((column) => fault(column, '不认识这一列,请删去或改正列名')),
    ...header
      .filter((column, index) => header.indexOf(column) !== index)
      .map((column) => fault(column, '这一列出现了两次,请只保留一列')),
  ];
}

const snake = (field: string) => field.replace(/(?<=[a-z])\d+(?=[a-z])|[A-Z]/g, (part) => `_${part.toLowerCase()}`);

function readRow<S extends z.ZodObject>(
  file: string,
  header: readonly string[],
  { cells, lastLine }: CsvRecord,
  schema: S,
): Read<z.output<S>> {
  const line = lastLine - newlines(cells);
  if (cells.length !== header.length) {
    const reason = `本行有${cells.length}格,表头有${header.length}列,请检查逗号和引号`;
    return { located: [], faults: [{ file, line, column: '', reason }] };
  }
  const parsed = schema.safeParse(Object.fromEntries(header.map((column, index) => [camel(column), cells[index]])));
  if (parsed.success) return { located: [{ line, row: parsed.data }], faults: [] };

  const faults = parsed.error.issues.map((issue) => {
    const index = header.findIndex((column) => camel(column) === issue.path[0]);
    const cell = cells[index];
    return {
      file,
      line: lastLine - newlines(cells.slice(index)),
      column: header[index] ?? '',
      reason: cell === '' ? `此格为空:${issue.message}` : `“${cell}”不能用:${issue.message}`,
    };
  });
  return { located: [], faults };
}

/** Line breaks inside quoted cells: the reader counts the last line of a record. */
const newlines = (cells: readonly string[]) => cells.join('').split('\n').length - 1;

function duplicateFaults(
  file: string,
  header: readonly string[],
  records: readonly CsvRecord[],
  key: readonly string[],
): ReferenceFault[] {
  if (key.length === 0) return [];
  const first = new Map<string, number>();
  return records.flatMap(({ cells, lastLine }) => {
    const line = lastLine - newlines(cells);
    const values = key.map((column) => cells[header.indexOf(column)] ?? '');
    const seen = first.get(JSON.stringify(values));
    if (seen === undefined) {
      first.set(JSON.stringify(values), line);
      return [];
    }
    const reason = `“${values.join(' ')}”与第${seen}行重复,请删去一行或改正`;
    return [{ file, line, column: key.join(','), reason }];
  });
}
