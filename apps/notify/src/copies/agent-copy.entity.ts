import { Column, Entity, Index } from 'typeorm';
import { CopyRow } from '#libs/persistence/row.js';

/** Where an agent is appointed and as what; `id` is the agent's. Names and numbers are asked of the owner. */
@Entity('agent_copy')
export class AgentCopy extends CopyRow {
  @Index()
  @Column('uuid')
  institutionId: string;

  @Column('text', { array: true })
  classes: string[];

  /** The appointment has not ended. */
  @Column('boolean')
  active: boolean;
}
