import { z } from 'zod';

// The small vocabulary of the wire: objects, ISO strings, dates apart from instants, uuid ids.

export const Id = z.uuid().meta({ id: 'Id', examples: ['0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f'] });
/** A calendar day in Asia/Shanghai, `2026-11-23`. */
export const PlainDate = z.iso.date().meta({ id: 'PlainDate', examples: ['2026-11-23'] });
/** RFC 3339 with offset. */
export const Instant = z.iso
  .datetime({ offset: true })
  .meta({ id: 'Instant', examples: ['2026-11-23T09:30:00+08:00'] });
/** Text a person wrote, trimmed and not empty, without control characters. */
export const Text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, '含有不能使用的控制字符');
/** Catalogue code of an item, as `A10` or `Z13a`. */
export const ItemCode = z
  .string()
  .regex(/^[A-Z]\d{1,2}[a-c]?$/)
  .meta({ id: 'ItemCode', examples: ['A10'] });
/** Key of regions.csv: six digits, nine for a town, `ZONE-…` for a zone (zones have no GB/T 2260 code). */
export const RegionId = z
  .string()
  .regex(/^(\d{6}|\d{9}|ZONE-[A-Z]{2})$/)
  .meta({ id: 'RegionId', examples: ['370783'] });
/** Code of departments.csv: region prefix and function. */
export const DepartmentCode = z
  .string()
  .regex(/^[A-Z]{2}-[A-Z]+$/)
  .meta({ id: 'DepartmentCode', examples: ['SG-ZRJ'] });
export const Phone = z.string().regex(/^(1\d{10}|0\d{2,3}-?\d{7,8}(-\d{1,5})?)$/, '请填写手机号或带区号的座机号');
export const Mobile = z.string().regex(/^1\d{10}$/, '请填写11位手机号');
export const Version = z.int().min(1).meta({ description: '版本号;修改时放在 If-Match 请求头中' });

/** A page for people: `?page&pageSize` with a total; at most 200 rows. */
export const Paging = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
};
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), total: z.int(), page: z.int(), pageSize: z.int() });
export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

/** A filter that may be repeated in a query string: `?state=a&state=b`; at most 30 values. */
export const Several = <T extends z.ZodType>(value: T) =>
  z.union([z.array(value).min(1).max(30), value.transform((one): z.output<T>[] => [one])]);

/** A flag of a query string: only `true` and `false`, never a guess. */
export const QueryFlag = z.enum(['true', 'false']).transform((word) => word === 'true');

/** A command whose only news is that it was done. */
export const Done = z.object({ id: Id, version: Version });
