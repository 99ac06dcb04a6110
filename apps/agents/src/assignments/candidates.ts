import { In, IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { QueryContext } from '#libs/messaging/context.js';
import { HELPER_STAGES } from '#libs/reference/rows.js';
import type { CaseCopy } from '../cases/case-copy.entity.js';
import { institutionsById } from '../institutions/administration.js';
import { Institution } from '../institutions/institution.entity.js';
import { regionNames } from '../reference/names.js';
import { RoutingOverride } from '../routing/routing-override.entity.js';
import type { Agent } from '../staff/agent.entity.js';
import { leavesOn } from '../staff/staff.js';
import { Inspection } from './inspection.entity.js';
import { openLoads } from './load.js';
import type { Candidate, HelperStage, SuggestionRequest } from './suggest.js';

/** 场景 of a project → the trade of guides (R18) and the domain of policy advisers (R21); null = none fits. */
const SCENARIO: Readonly<Record<string, { trade: string; domain: string | null }>> = {
  工业: { trade: '工业', domain: '建厂生产' },
  '工业(危化)': { trade: '工业', domain: '建厂生产' },
  仓储物流: { trade: '仓储', domain: '建厂生产' },
  商业开发: { trade: '商业', domain: '盖楼销售' },
  居住: { trade: '居住', domain: '盖楼销售' },
  市政线性: { trade: '市政', domain: null },
  医疗: { trade: '医疗', domain: null },
  教育: { trade: '教育', domain: null },
  老旧小区改造: { trade: '城镇老旧小区改造', domain: '小区改造' },
  片区改造: { trade: '城市更新', domain: '小区改造' },
};

export const tradeOf = (scenario: string): string | null => SCENARIO[scenario]?.trade ?? null;
export const domainOf = (scenario: string): string | null => SCENARIO[scenario]?.domain ?? null;

/** The entrusted items of one stage; without one, of the first stage that has any (R20). */
function itemsOfStage({ items }: CaseCopy, stage: HelperStage | null): SuggestionRequest['items'] {
  const entrusted = items
    .filter(({ need, entrusted }) => need === 'needed' && entrusted)
    .map(({ itemCode: code, name, helperStage }) => ({ code, name, helperStage: helperStage as HelperStage }));
  const sought = stage ?? HELPER_STAGES.find((each) => entrusted.some(({ helperStage }) => helperStage === each));
  return entrusted.filter(({ helperStage }) => helperStage === sought);
}

interface Sought {
  role: SuggestionRequest['role'];
  stage: HelperStage | null;
}

/** What the engine is asked for a case: the lead county of several is where the first institution set it, else the first (R41). */
export async function requestOf(
  { em, today }: QueryContext,
  found: CaseCopy,
  { role, stage }: Sought,
): Promise<SuggestionRequest> {
  const override = await em.findOneBy(RoutingOverride, { caseId: found.id, validTo: IsNull() });
  const [first = ''] = found.regionIds;
  const regionId = override?.leadRegionId ?? first;
  const name = (await regionNames(em, [regionId])).get(regionId) ?? regionId;
  return {
    role,
    onDay: today,
    place: { regionId, name },
    items: itemsOfStage(found, stage),
    specialty: role === 'guide' ? tradeOf(found.scenario ?? '') : null,
    untrained: 'block',
  };
}

/** The agents as the engine sees them for this case. */
export async function candidatesOf(
  { em, today }: QueryContext,
  caseId: string,
  agents: readonly Agent[],
): Promise<Candidate[]> {
  const ids = agents.map(({ id }) => id);
  const places = await placesOf(em, agents);
  const loads = await openLoads(em, ids);
  const leaves = await leavesOn(em, today, ids);
  const inspections = await em.findBy(Inspection, { caseId, agentId: In(ids) });
  return agents.map((agent) => {
    const { id: agentId, name, specialties, contractEndsOn, helperStages, itemCodes, baseCoursePassedOn } = agent;
    const leave = leaves.get(agentId);
    const inspects = inspections.some((inspection) => inspection.agentId === agentId);
    return {
      agentId,
      name,
      specialties,
      contractEndsOn,
      regionId: places.get(agent.institutionId) ?? null,
      qualifications: helperStages.map((stage) => ({ stage, itemCodes: itemCodes.length > 0 ? itemCodes : null })),
      openCases: loads.get(agentId) ?? 0,
      leave: leave ? { from: leave.fromDay, to: leave.toDay } : null,
      passedBaseCourse: baseCoursePassedOn !== null && baseCoursePassedOn <= today,
      conflicts: inspects ? ['为本项目的工作督导员'] : [],
    };
  });
}

/** County or zone of each institution, of a town that of its county; null at the city. */
async function placesOf(em: EntityManager, agents: readonly Agent[]): Promise<Map<string, string | null>> {
  const own = await institutionsById(
    em,
    agents.map(({ institutionId }) => institutionId),
  );
  const parentIds = [...own.values()].map(({ parentId }) => parentId).filter((id) => id !== null);
  const parents = await institutionsById(em, parentIds);
  const place = ({ level, regionId, parentId }: Institution): string | null => {
    if (level === 'city') return null;
    return level === 'town' ? (parents.get(parentId ?? '')?.regionId ?? null) : regionId;
  };
  return new Map([...own].map(([id, institution]) => [id, place(institution)]));
}
