import { z } from 'zod';

type Json = Record<string, unknown>;

/** Turns zod schemas into JSON Schema and gathers the named ones, so that a name stands in one place of the document. */
export class SchemaBook {
  readonly components: Record<string, Json> = {};

  constructor(private readonly base: string) {}

  of(schema: z.ZodType, io: 'input' | 'output'): Json {
    const {
      $defs = {},
      $schema: _,
      ...json
    } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json & { $defs?: Record<string, Json> };
    const names = Object.fromEntries(Object.keys($defs).map((name) => [name, this.nameOf(name, $defs, io)]));
    const point = (value: unknown): unknown => repoint(value, (name) => `${this.base}${names[name] ?? name}`);
    for (const [name, definition] of Object.entries($defs)) {
      const { id: _id, ...rest } = definition;
      this.components[names[name] ?? name] = point(rest) as Json;
    }
    const { id: _own, ...body } = json;
    return point(body) as Json;
  }

  /** What is asked for may be looser than what is answered; then it has a name of its own. */
  private nameOf(name: string, defs: Record<string, Json>, io: 'input' | 'output'): string {
    const { id: _id, ...rest } = defs[name] ?? {};
    const known = this.components[name];
    const same =
      known === undefined || JSON.stringify(known) === JSON.stringify(repoint(rest, (inner) => `${this.base}${inner}`));
    return same ? name : `${name}${io === 'input' ? 'Input' : 'Output'}`;
  }
}

function repoint(value: unknown, to: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((inner) => repoint(inner, to));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const name = key === '$ref' && typeof inner === 'string' ? /^#\/\$defs\/(.+)$/.exec(inner)?.[1] : undefined;
      return [key, name === undefined ? repoint(inner, to) : to(name)];
    }),
  );
}
