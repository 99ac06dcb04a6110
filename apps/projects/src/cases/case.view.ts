import type { z } from 'zod';
import type { CaseHead } from '#libs/contracts/projects.js';
import type { ServiceCase } from './service-case.entity.js';

export const caseHead = (found: ServiceCase): z.input<typeof CaseHead> => ({
  ...found,
  appliedAt: found.appliedAt?.toISOString() ?? null,
});
