import type { z } from 'zod';
import type { Blocker } from '#libs/contracts/approvals/blockers.js';
import { dayOf } from '#libs/messaging/context.js';
import type { Approval } from '../filings/approval.entity.js';
import { EVIDENCE_ZH, hasAuthority, signersMissing } from '../filings/guards.js';
import { decisionBlockers } from '../filings/prerequisites.js';
import type { OwnItem } from '../filings/prerequisites.js';
import type { PlanLine } from '../item-plans/lines.js';
import type { PreApproval } from '../pre-approvals/pre-approval.entity.js';
import type { CasePicture } from './case-picture.js';

// What an item waits for, read from the rows of its case: first what holds the case, then the filing under way, then a
// pre-approval, then what is to be filed.

export type Wait = Pick<z.infer<typeof Blocker>, 'sentence' | 'waitingFor' | 'who' | 'since'>;

const ENDED: readonly Approval['state'][] = ['decided', 'cancelled', 'not_accepted', 'withdrawn', 'revoked'];
const UNIT = '项目单位';

/** The first of its filings that has not ended; what was recorded from elsewhere has not until it is confirmed (R132). */
export function waitOf(picture: CasePicture, line: PlanLine): Wait {
  const { copy, start, filings, preApprovals } = picture;
  if (copy.state === 'applied') {
    const signers = signersMissing(start);
    const sentence = `帮代办协议尚待${signers.join('、')}签署,签署后方可启动。`;
    return { waitingFor: 'unit', who: signers.join('、'), since: start?.appliedOn ?? null, sentence };
  }
  const mine = filings.filter(({ itemCode }) => itemCode === line.itemCode);
  const open = mine.find(({ state, claim }) => claim !== null || !ENDED.includes(state));
  if (open && (open.claim !== null || open.state !== 'draft')) return ofFiling(picture, line, open);
  const preApproval = preApprovals.find(({ itemCode }) => itemCode === line.itemCode);
  return preApproval ? ofPreApproval(picture, line, preApproval) : ofNothing(picture, line);
}

function ofFiling(picture: CasePicture, line: PlanLine, filing: Approval): Wait {
  const who = responsible(picture, filing.handlingBody);
  const department = { waitingFor: 'department', who } as const;
  const submittedOn = filing.submittedAt && dayOf(filing.submittedAt);
  if (filing.claim !== null) {
    const since = filing.evidence?.decidedOn ?? null;
    return { ...department, since, sentence: `已登记系统外办结,等待${who}核验。` };
  }
  const span = picture.openSpans.find(({ approvalId }) => approvalId === filing.id);
  switch (filing.state) {
    case 'submitted':
      return { ...department, since: submittedOn, sentence: `已提交,等待${who}受理。` };
    case 'corrected':
      return {
        ...department,
        since: picture.correctedOn.get(filing.id) ?? submittedOn,
        sentence: `材料已补正,等待${who}受理。`,
      };
    case 'correcting': {
      const by = span?.dueOn ? `,请于${span.dueOn}前补齐` : '';
      const sentence = `等待项目单位补正材料(${span?.cause ?? ''})${by}。`;
      return { waitingFor: 'unit', who: filing.applicantName, since: span?.from ?? submittedOn, sentence };
    }
    case 'special_procedure': {
      const sentence = `${who}正在进行“${span?.cause ?? '特别程序'}”,计时已暂停。`;
      return { waitingFor: 'clock', who, since: span?.from ?? filing.acceptedOn, sentence };
    }
    default:
      return underReview(picture, line, filing);
  }
}

/** Accepted: prerequisites block the decision alone (R8). */
function underReview(picture: CasePicture, line: PlanLine, { works, acceptedOn, ...filing }: Approval): Wait {
  const held = prerequisites(picture, line, works);
  if (held) return { ...held, since: acceptedOn, sentence: `已受理,须待${held.sentence}办结后才能作出决定。` };
  const who = responsible(picture, filing.handlingBody);
  const dueOn = filing.promisedDueOn ?? filing.statutoryDueOn;
  const sentence = `已受理,等待${who}作出决定${dueOn ? `(应于${dueOn}前办结)` : ''}。`;
  return { waitingFor: 'department', who, since: acceptedOn, sentence };
}

function ofPreApproval(picture: CasePicture, line: PlanLine, preApproval: PreApproval): Wait {
  const { id, state, appliedOn, issuedOn, handlingBody, applicantName } = preApproval;
  const who = responsible(picture, handlingBody);
  const conditions = picture.openConditions.filter(({ preApprovalId }) => preApprovalId === id);
  switch (state) {
    case 'applied':
      return { waitingFor: 'department', who, since: appliedOn, sentence: `已申请预审批,等待${who}出具预审批文件。` };
    case 'returned': {
      const sentence = `预审批申请已退回(${preApproval.reason ?? ''}),等待项目单位补充后重新提交。`;
      return { waitingFor: 'unit', who: applicantName, since: appliedOn, sentence };
    }
    case 'issued': {
      if (conditions.length === 0) {
        return { waitingFor: 'department', who, since: issuedOn, sentence: `条件已具备,等待${who}换发正式文件。` };
      }
      const owners = [...new Set(conditions.map(({ owner }) => owner))].join('、');
      const names = conditions.map(({ name }) => `“${name}”`).join('、');
      const sentence = `已预审批,待${names}具备后换发正式文件。`;
      return { waitingFor: 'prerequisite', who: owners, since: issuedOn, sentence };
    }
    default:
      return ofNothing(picture, line);
  }
}

/** Nothing is under way: prerequisites first, so that nobody is asked for what could not be decided. */
function ofNothing(picture: CasePicture, line: PlanLine): Wait {
  const { copy, items, filings, start } = picture;
  const appliedOn = start?.appliedOn ?? null;
  const held = prerequisites(picture, line, null);
  if (held) return { ...held, since: appliedOn, sentence: `尚未办理,须先办结${held.sentence}。` };
  const item = items.get(line.itemCode);
  const before = new Set(item?.prereq.flat() ?? []);
  const decided = filings.filter(({ itemCode }) => before.has(itemCode)).flatMap(({ decidedOn }) => decidedOn ?? []);
  const since = [...decided, ...(appliedOn === null ? [] : [appliedOn])].toSorted().at(-1) ?? null;
  if (item && hasAuthority({ plan: line, item })) {
    const who = copy.project.unitName;
    return { waitingFor: 'unit', who, since, sentence: '前置事项已具备,等待项目单位或其经办人提交申请。' };
  }
  const who = line.handlingBody ? responsible(picture, line.handlingBody) : copy.project.unitName;
  return { waitingFor: 'unit', who, since, sentence: '前置事项已具备,等待完成并登记。' };
}

/** The open prerequisites in words, as 「“甲”、“乙”或“丙”」, and who sees to them; null when none is open. */
function prerequisites(picture: CasePicture, { itemCode }: PlanLine, works: string | null) {
  const item = picture.items.get(itemCode);
  if (!item) return null;
  const { open, onlyPreApproved, evidenceMissing } = decisionBlockers(item, works, picture.ownSet);
  const nameOf = (code: string) => `“${picture.items.get(code)?.nameZh ?? code}”`;
  const namesOf = (group: readonly OwnItem[]) => [...new Set(group.map(({ code }) => nameOf(code)))].join('或');
  const words = [
    ...evidenceMissing.map((missing) => `“${EVIDENCE_ZH[missing]}”`),
    ...onlyPreApproved.map((code) => `${nameOf(code)}(换发)`),
    ...open.map(namesOf),
  ];
  if (words.length === 0) return null;
  const codes = new Set([...onlyPreApproved, ...open.flat().map(({ code }) => code)]);
  const lines = picture.plan.filter((line) => codes.has(line.itemCode));
  const names = new Set(lines.map(({ handlingBody }) => responsible(picture, handlingBody)));
  const who = names.size > 0 ? [...names].join('、') : UNIT;
  return { waitingFor: 'prerequisite' as const, who, sentence: words.join('、') };
}

const responsible = ({ bodies }: CasePicture, code: string | null): string =>
  (code !== null && bodies.get(code)) || UNIT;
