import type { ProjectUnit } from '#libs/contracts/projects.js';
import type { Principal } from '#libs/identity/principal.js';
import type { z } from 'zod';
import type { Unit } from './unit.entity.js';

const masked = (mobile: string): string => `${mobile.slice(0, 3)}****${mobile.slice(-4)}`;

/** The mobile in full only for the unit itself (R109). */
export const unitView = (unit: Unit, reader: Principal): z.input<typeof ProjectUnit> => ({
  ...unit,
  contactMobile: reader.unitId === unit.id ? unit.contactMobile : masked(unit.contactMobile),
});
