import { HELPER_STAGES } from '#libs/reference/rows.js';

// Who could take a case: ranked, with the reasons a manager reads. Suggestions only; a person decides.

export type HelperStage = (typeof HELPER_STAGES)[number];

/** Stage a helper is qualified for, and within it the items; null = every item of the stage (R20). */
export interface Qualification {
  stage: HelperStage;
  itemCodes: readonly string[] | null;
}

/** An agent of the class that is sought, as known on the day. */
export interface Candidate {
  agentId: string;
  name: string;
  /** County or zone of the agent's institution, for a town that of its county; null at the city. */
  regionId: string | null;
  qualifications: readonly Qualification[];
  /** A guide's categories, as 医疗 (R18). */
  specialties: readonly string[];
  openCases: number;
  /** First and last day. */
  leave: { from: string; to: string } | null;
  /** Last day of the contract or secondment; null = permanent (R17). */
  contractEndsOn: string | null;
  passedBaseCourse: boolean;
  /** Ties to the unit, or the supervision of this very case (R16), in words; empty = none. */
  conflicts: readonly string[];
}

export interface SuggestionRequest {
  role: 'principal_helper' | 'guide';
  onDay: string;
  /** The county or zone of the project; of several the lead (R41). */
  place: { regionId: string; name: string };
  /** The items to be taken on now; a later stage may have another helper (R20). */
  items: readonly { code: string; name: string; helperStage: HelperStage }[];
  /** Category of the project, as 医疗; null = none fits. */
  specialty: string | null;
  /** R23: an agent who has not passed the base course is blocked, or only warned of. */
  untrained: 'block' | 'warn';
}

/** Points, never negative; the parts add up to the score. */
export interface Breakdown {
  specialty: number;
  place: number;
  /** Room for more cases. */
  room: number;
  /** Not on leave today. */
  present: number;
}

export interface Suggestion {
  agentId: string;
  name: string;
  score: number;
  breakdown: Breakdown;
  reasons: string[];
}

export interface Exclusion {
  agentId: string;
  name: string;
  reasons: string[];
}

/** A guide's specialty outweighs the place, each step of the place outweighs room and presence together (R41, R18). */
const POINTS = { specialty: 2000, local: 1000, city: 500, elsewhere: 0, room: 10, present: 150 } as const;
/** From here on one more open case makes no difference. */
const FULL = 30;

/**
 * Ranks candidates for a case, best first, ties by agent id; the same input gives the same list. Those who may not
 * take it are listed apart with every reason: contract over (R17), base course (R23), conflict, qualification (R20).
 */
export function suggest(
  request: SuggestionRequest,
  candidates: readonly Candidate[],
): { ranked: Suggestion[]; excluded: Exclusion[] } {
  const judged = [...candidates]
    .sort((a, b) => (a.agentId < b.agentId ? -1 : 1))
    .map((candidate) => ({ candidate, against: reasonsAgainst(request, candidate) }));
  return {
    ranked: judged
      .filter(({ against }) => against.length === 0)
      .map(({ candidate }) => weigh(request, candidate))
      .sort((a, b) => b.score - a.score),
    excluded: judged
      .filter(({ against }) => against.length > 0)
      .map(({ candidate: { agentId, name }, against }) => ({ agentId, name, reasons: against })),
  };
}

function reasonsAgainst({ role, onDay, items, untrained }: SuggestionRequest, candidate: Candidate): string[] {
  const { contractEndsOn, passedBaseCourse, conflicts } = candidate;
  const unqualified = role === 'principal_helper' ? items.filter((item) => !isQualified(candidate, item)) : [];
  return [
    ...(contractEndsOn !== null && contractEndsOn < onDay ? [`聘用或选派期限已于${contractEndsOn}届满。`] : []),
    ...(untrained === 'block' && !passedBaseCourse ? ['尚未通过基础培训考核。'] : []),
    ...conflicts.map((conflict) => `须回避:${conflict}。`),
    ...HELPER_STAGES.map((stage) => ({ stage, lacking: unqualified.filter((item) => item.helperStage === stage) }))
      .filter(({ lacking }) => lacking.length > 0)
      .map(
        ({ stage, lacking }) => `没有“${stage}”阶段下列事项的服务资格:${lacking.map(({ name }) => name).join('、')}。`,
      ),
  ];
}

const isQualified = ({ qualifications }: Candidate, { code, helperStage }: SuggestionRequest['items'][number]) =>
  qualifications.some(
    ({ stage, itemCodes }) => stage === helperStage && (itemCodes === null || itemCodes.includes(code)),
  );

function weigh(request: SuggestionRequest, candidate: Candidate): Suggestion {
  const { agentId, name, openCases } = candidate;
  const breakdown: Breakdown = {
    specialty: isSpecialist(request, candidate) ? POINTS.specialty : 0,
    place: POINTS[placeOf(request, candidate)],
    room: POINTS.room * Math.max(FULL - openCases, 0),
    present: isOnLeave(request, candidate) ? 0 : POINTS.present,
  };
  const score = breakdown.specialty + breakdown.place + breakdown.room + breakdown.present;
  return { agentId, name, score, breakdown, reasons: reasonsFor(request, candidate) };
}

const isSpecialist = ({ role, specialty }: SuggestionRequest, { specialties }: Candidate) =>
  role === 'guide' && specialty !== null && specialties.includes(specialty);

const isOnLeave = ({ onDay }: SuggestionRequest, { leave }: Candidate) =>
  leave !== null && leave.from <= onDay && onDay <= leave.to;

function placeOf({ place }: SuggestionRequest, { regionId }: Candidate): 'local' | 'city' | 'elsewhere' {
  if (regionId === null) return 'city';
  return regionId === place.regionId ? 'local' : 'elsewhere';
}

function reasonsFor(request: SuggestionRequest, candidate: Candidate): string[] {
  const { leave, passedBaseCourse, openCases } = candidate;
  const place = request.place.name;
  const where = { local: `${place}本地人员,属地优先。`, city: '市级机构人员。', elsewhere: `不是${place}的人员。` };
  return [
    where[placeOf(request, candidate)],
    ...skills(request, candidate),
    `在办${openCases}件。`,
    ...(leave && isOnLeave(request, candidate) ? [`${leave.from}至${leave.to}休假。`] : []),
    ...(passedBaseCourse ? [] : ['尚未通过基础培训考核,请先安排培训。']),
  ];
}

function skills(request: SuggestionRequest, candidate: Candidate): string[] {
  const { role, specialty, items } = request;
  if (role === 'principal_helper') {
    const stages = HELPER_STAGES.filter((stage) => items.some((item) => item.helperStage === stage));
    return stages.map((stage) => `具备“${stage}”阶段服务资格。`);
  }
  if (specialty === null) return [];
  return [isSpecialist(request, candidate) ? `熟悉“${specialty}”类项目审批流程。` : `没有“${specialty}”类专长。`];
}
