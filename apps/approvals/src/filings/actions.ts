import type { QueryContext } from '#libs/messaging/context.js';
import type { Times } from '../clocks/filing-clocks.js';
import type { Approval } from './approval.entity.js';
import type { Deferral } from './deferral.entity.js';
import { TRANSITIONS, allowed, apply } from './filing.machine.js';
import type { TransitionName } from './filing.machine.js';
import { isAuthority } from './parties.js';
import type { IsMandated } from './parties.js';

/** What this reader may do now, by the machine: names of its transitions, and `extend`. Its review begins by itself. */
export function actionsOf(
  context: QueryContext,
  approval: Approval,
  { extensions }: Times,
  isMandated: IsMandated,
): string[] {
  const { kind } = context.principal;
  const now = allowed(approval, kind);
  const started = apply(approval, { name: 'start_review', by: kind });
  const then = 'refused' in started ? [] : allowed(started, kind);
  const names = [...new Set([...now, ...then])].filter((name) => name !== 'start_review');
  const mine: string[] = own(context, approval, names, isMandated);
  const mayExtend = names.includes('grant') && isAuthority(context, approval);
  return mayExtend && approval.limits.statutory.kind === 'max' && extensions.length === 0 ? [...mine, 'extend'] : mine;
}

interface Owed {
  deferrals: readonly Deferral[];
  isMandated: IsMandated;
}

/** `supply_deferred` is no transition: the applicant's as long as a promised material has not come (R72). */
export function suppliesOf({ principal }: QueryContext, approval: Approval, { deferrals, isMandated }: Owed): string[] {
  const isApplicant = principal.unitId === approval.applicantUnitId || isMandated(approval);
  return isApplicant && deferrals.some(({ suppliedOn }) => suppliedOn === null) ? ['supply_deferred'] : [];
}

/** Of what the kind of actor may do, what this one may: the body, the unit, the holder of its mandate. */
function own(
  context: QueryContext,
  approval: Approval,
  names: TransitionName[],
  isMandated: IsMandated,
): TransitionName[] {
  const { kind, unitId, roles } = context.principal;
  switch (kind) {
    case 'department':
    case 'system':
      return isAuthority(context, approval) ? names.filter((name) => !ofApplicant(name)) : [];
    case 'unit':
      return unitId === approval.applicantUnitId ? names : [];
    case 'agent':
      if (roles.length === 0 || roles.every((role) => role === 'inspector')) return [];
      return names.filter((name) => isMandated(approval) || !ofApplicant(name));
    case 'administrator':
    case 'platform':
      return [];
  }
}

const ofApplicant = (name: TransitionName): boolean => {
  const by: readonly string[] = TRANSITIONS[name].by;
  return by.includes('unit');
};
