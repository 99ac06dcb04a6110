import { assignAgent, beginInspection, endAssignment, formTeam, proposeHandOver } from '#libs/contracts/agents.js';
import { may } from '#libs/identity/principal.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { CaseCopy } from '../cases/case-copy.entity.js';
import { holderOf, isKnown } from '../cases/cases.js';
import { manages } from '../institutions/administration.js';

interface TeamNow {
  leaderId: string | null;
  formed: boolean;
  assignments: readonly { agentId: string; validTo: string | null }[];
  inspections: readonly { agentId: string }[];
}

/** What the reader may do to the team of a running case now, as the commands themselves would judge it. */
export async function teamActions({ em, principal }: QueryContext, caseId: string, team: TeamNow): Promise<string[]> {
  const found = await em.findOneBy(CaseCopy, { id: caseId });
  if (!isKnown(found) || found.endedAt !== null) return [];
  const isManaged = await manages(em, principal, await holderOf(em, found));
  const worked = [...team.assignments, ...team.inspections].some(({ agentId }) => agentId === principal.agentId);
  const open = {
    assign: isManaged,
    end: isManaged && team.assignments.some(({ validTo }) => validTo === null),
    form: isManaged && team.leaderId !== null && !team.formed,
    handOver: team.leaderId !== null && (isManaged || team.leaderId === principal.agentId),
    inspect: !worked,
  };
  return [
    ...(open.assign ? [assignAgent] : []),
    ...(open.end ? [endAssignment] : []),
    ...(open.form ? [formTeam] : []),
    ...(open.handOver ? [proposeHandOver] : []),
    ...(open.inspect ? [beginInspection] : []),
  ]
    .filter(({ permission }) => may(principal, permission))
    .map(({ name }) => name);
}
