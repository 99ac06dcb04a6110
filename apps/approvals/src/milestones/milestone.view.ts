import type { z } from 'zod';
import type { Milestone as MilestoneView } from '#libs/contracts/approvals/milestones.js';
import type { Milestone } from './milestone.entity.js';

export const milestoneView = ({ version: _, recordedAt, ...milestone }: Milestone): z.input<typeof MilestoneView> => ({
  ...milestone,
  recordedAt: recordedAt.toISOString(),
});
