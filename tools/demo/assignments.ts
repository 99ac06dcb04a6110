import { assignAgent, suggestAgents } from '#libs/contracts/agents.js';
import type { House } from './house.js';
import type { Stage } from './stage.js';

/** One helper for the whole case and a guide, as suggested and with the reason shown (R41, R62). */
export async function assignTeam(
  stage: Stage,
  house: House,
  { caseId, holder }: { caseId: string; holder: string },
): Promise<void> {
  const manager = await house.person(holder, 'manager');
  const { ranked } = await manager.call(suggestAgents, { caseId, role: 'principal' });
  // The best of those who sit where the case is handled; the demo acts with that person's account.
  const helper = house.agent(holder, 'helper');
  const best = ranked.find(({ agentId }) => agentId === helper.id) ?? ranked[0];
  if (!best) throw new Error('没有可推荐的服务员');
  await manager.call(assignAgent, {
    caseId,
    role: 'principal',
    agentId: best.agentId,
    reason: best.reasons.join(';').slice(0, 300),
  });
  const guide = house.agent(holder, 'guide');
  await manager.call(assignAgent, { caseId, role: 'guide', agentId: guide.id, reason: '统筹审批程序规划和申报计划' });
  await stage.tell(
    `确定${best.name}为一对一帮代办专人(推荐${ranked.length}人,理由:${best.reasons.slice(0, 2).join('').replace(/。$/, '')}),${guide.name}为审批流程指导员`,
  );
}
