import { Column, Entity } from 'typeorm';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';
import { command } from '#libs/contracts/define.js';
import { Id } from '#libs/contracts/values.js';
import { messagingTables } from '#libs/messaging/schema.js';
import type { ServiceData } from '#libs/persistence/data-source.js';
import { CopyRow, Row } from '#libs/persistence/row.js';

// The least there can be on libs/messaging: a note is written, and somebody hears of it.

const written = {
  http: null,
  key: 'new',
  permission: 'signed-in',
  title: ['记一笔', 'Write a note'],
  input: z.object({ text: z.string().max(200) }),
  output: z.object({ id: Id }),
  errors: [],
  example: { text: '记' },
} as const;

/** One INSERT, and nobody is told. */
export const writeNote = command('approvals.write-note', written);
/** Many at once, each told in a fact of its own aggregate: facts by the hundred a second without as many commands. */
export const tellNotes = command('approvals.tell-notes', {
  ...written,
  input: z.object({ texts: z.array(z.string().max(200)).max(100) }),
  example: { texts: ['记'] },
});

@Entity('note')
export class Note extends Row {
  @Column('text')
  text: string;
}

@Entity('heard_note')
export class HeardNote extends CopyRow {
  @Column('text')
  text: string;
}

const table = (name: string): new () => MigrationInterface =>
  class implements MigrationInterface {
    name = `Make_${name}1800000000000`;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`CREATE TABLE ${name} (id uuid PRIMARY KEY, version integer NOT NULL, text text NOT NULL)`);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`DROP TABLE ${name}`);
    }
  };

/** Under the names of two services of the platform, because the library knows no others; in a database of their own. */
export const writer: ServiceData = {
  service: 'approvals',
  entities: [Note],
  migrations: [...messagingTables('approvals'), table('note')],
};
export const hearer: ServiceData = {
  service: 'notify',
  entities: [HeardNote],
  migrations: [...messagingTables('notify'), table('heard_note')],
};
