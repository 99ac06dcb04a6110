import { Column, PrimaryColumn } from 'typeorm';

/** Every aggregate's row: a uuid given by the command that creates it, and a version that counts its changes from 1. */
export abstract class Row {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  version: number;
}

/** A row kept from facts of another service: the owner audits the change, the copy does not. */
export abstract class CopyRow extends Row {}

/** The fields of a new row; id is derived from the command unless it is given, version begins at 1. */
export type NewRow<T extends Row> = Omit<T, 'id' | 'version'> & { id?: string };
