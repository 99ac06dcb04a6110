import { z } from 'zod';
import { command, query } from '../define.js';
import { Id, Text, Version, listOf } from '../values.js';

// Saved views of lists: filters and columns under a name, a person's own or shared by a manager.

const Screen = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/)
  .meta({ id: 'Screen', examples: ['cases'] });
const ViewName = Text(40);
/** What stands in the address of the list: filter and value. */
const Search = z
  .record(z.string().min(1).max(40), z.string().max(500))
  .refine((search) => Object.keys(search).length <= 40, '筛选条件最多40个');
const Columns = z.array(z.string().min(1).max(40)).max(60);

export const SavedView = z
  .object({
    id: Id,
    version: Version,
    screen: Screen,
    name: z.string(),
    search: Search,
    /** In their order; null = as the list has them. */
    columns: Columns.nullable(),
    shared: z.boolean(),
    ownerName: z.string(),
    /** Only one's own can be changed or discarded. */
    mine: z.boolean(),
  })
  .meta({ id: 'SavedView' });

const named = { screen: Screen, name: ViewName };
const sample = { screen: 'cases', name: '寿光在办' };

/** Makes or replaces one's own view of that name. `shared` shows it to the institution and needs `view:share`. */
export const saveView = command('gateway.save-view', {
  http: ['PUT', '/me/views/:screen/:name'],
  key: 'name',
  permission: 'signed-in',
  title: ['保存列表视图', 'Save a view of a list'],
  input: z.object({ ...named, search: Search, columns: Columns.optional(), shared: z.boolean() }),
  output: SavedView,
  errors: ['too_many_kept'],
  example: { ...sample, search: { regionId: '370783', state: 'active' }, columns: ['number', 'stage'], shared: false },
});

export const listViews = query('gateway.list-views', {
  http: ['GET', '/me/views'],
  permission: 'signed-in',
  title: ['我的视图和本机构共享的视图', 'My views and those shared in my institution'],
  input: z.object({ screen: Screen.optional() }),
  output: listOf(SavedView),
  errors: [],
  example: { screen: 'cases' },
});

export const discardView = command('gateway.discard-view', {
  http: ['DELETE', '/me/views/:screen/:name'],
  key: 'name',
  permission: 'signed-in',
  title: ['删除本人的视图', 'Discard a view of mine'],
  input: z.object(named),
  output: z.object(named),
  errors: ['not_found'],
  example: sample,
});
