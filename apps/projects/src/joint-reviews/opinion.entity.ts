import { Column, Entity, Index } from 'typeorm';
import type { OPINIONS } from '#libs/contracts/projects.js';
import { Row } from '#libs/persistence/row.js';

/** What one department says of one item; corrected until the review is closed, each correction audited. */
@Entity('review_opinion')
@Index('uq_review_opinion', ['reviewId', 'itemCode', 'departmentCode'], { unique: true })
export class Opinion extends Row {
  @Column('uuid')
  reviewId: string;

  @Column('text')
  itemCode: string;

  @Column('text')
  departmentCode: string;

  @Column('text')
  opinion: (typeof OPINIONS)[number];

  @Column('text')
  text: string;

  /** Scan of a written opinion of a department that did not come. */
  @Column('uuid', { nullable: true })
  fileId: string | null;

  @Column('text')
  givenBy: string;

  @Column('timestamptz')
  givenAt: Date;
}
