import { Column, Entity } from 'typeorm';
import { CopyRow } from '#libs/persistence/row.js';

/**
 * Who handles a case now, kept apart from CaseCopy because assignment and routing may be told before the application;
 * `id` is the case's. No row: nobody was assigned and nothing transferred yet.
 */
@Entity('case_handling')
export class CaseHandling extends CopyRow {
  @Column('uuid', { nullable: true })
  principalAgentId: string | null;

  @Column('text', { nullable: true })
  principalName: string | null;

  @Column('uuid', { nullable: true })
  guideAgentId: string | null;

  /** The institution that received the last transfer; null = still the first one. */
  @Column('uuid', { nullable: true })
  holderInstitutionId: string | null;
}
