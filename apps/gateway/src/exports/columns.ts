import type { Output, Query } from '#libs/contracts/define.js';
import { EXPORTED } from '#libs/contracts/gateway/exports.js';
import type { ExportName } from '#libs/contracts/gateway/exports.js';
import type { Cell } from './csv.js';
import * as words from './words.js';
import type { Said } from './words.js';

type Value = Cell | Said;
type Row<Q extends Query> = Output<Q> extends { items: (infer T)[] } ? T : never;
type Column<Q extends Query> = readonly [zh: string, en: string, value: (row: Row<Q>) => Value];

/** A list as a file: its name, and what each column is called and holds. */
export interface ExportedList {
  contract: Query;
  title: Said;
  headings: Said[];
  valuesOf: (row: unknown) => Value[];
}

function list<Q extends Query>(contract: Q, title: Said, columns: Column<Q>[]): ExportedList {
  return {
    contract,
    title,
    headings: columns.map(([zh, en]) => [zh, en]),
    valuesOf: (row) => columns.map(([, , value]) => value(row as Row<Q>)),
  };
}

const minute = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
/** `2026-11-23 09:30` in Asia/Shanghai. */
const at = (instant: string | null): string | null => instant && minute.format(new Date(instant));
const joined = (parts: readonly string[]): string => parts.join('、');
const yes = (flag: boolean): Said => (flag ? ['是', 'Yes'] : ['否', 'No']);

/** The words of several values of one cell, together. */
const each = <T extends string>(values: readonly T[], said: Record<T, Said>): Said => [
  values.map((value) => said[value][0]).join('、'),
  values.map((value) => said[value][1]).join(', '),
];

export const LISTS: Record<ExportName, ExportedList> = {
  cases: list(
    EXPORTED.cases,
    ['帮代办项目', 'Cases'],
    [
      ['案件编号', 'Case number', (row) => row.number],
      ['项目编号', 'Project number', (row) => row.projectNumber],
      ['项目名称', 'Project', (row) => row.projectName],
      ['项目单位', 'Unit', (row) => row.unitName],
      ['区划', 'Regions', (row) => joined(row.regionIds)],
      ['级别', 'Grade', (row) => words.GRADE[row.grade]],
      ['状态', 'State', (row) => words.CASE_STATE[row.state]],
      ['阶段', 'Stage', (row) => row.stage],
      ['预警', 'Light', (row) => row.light && words.LIGHT[row.light]],
      ['已办事项', 'Items done', (row) => row.itemsDone],
      ['全部事项', 'Items', (row) => row.itemsTotal],
      ['上门次数', 'Visits', (row) => row.visits],
      ['企业跑腿次数', 'Trips of the unit', (row) => row.trips],
      ['首接机构', 'First institution', (row) => row.firstInstitution.name],
      ['现办机构', 'Current institution', (row) => row.currentInstitution.name],
      ['负责人', 'Principal', (row) => row.principal?.name ?? null],
      ['指导员', 'Guide', (row) => row.guide?.name ?? null],
      ['下一步', 'Next action', (row) => row.nextAction],
      ['申请时间', 'Applied at', (row) => at(row.appliedAt)],
      ['案件标识', 'Case id', (row) => row.id],
    ],
  ),
  approvals: list(
    EXPORTED.approvals,
    ['办件', 'Approvals'],
    [
      ['办件编号', 'Number', (row) => row.number],
      ['事项编码', 'Item code', (row) => row.itemCode],
      ['事项名称', 'Item', (row) => row.itemName],
      ['单体工程', 'Works', (row) => row.works],
      ['办理部门', 'Handling body', (row) => row.handlingBody],
      ['法定实施部门', 'Legal body', (row) => row.legalBody],
      ['申请人', 'Applicant', (row) => row.applicantName],
      ['经办人', 'Mandate holder', (row) => row.mandateHolderName],
      ['办理方式', 'Handling mode', (row) => row.handlingMode],
      ['容缺', 'Deferral', (row) => yes(row.deferral)],
      ['告知承诺', 'Notify and commit', (row) => yes(row.notifyAndCommit)],
      ['状态', 'State', (row) => words.FILING_STATE[row.state]],
      ['结果', 'Result', (row) => row.result && words.RESULT[row.result]],
      ['待核验', 'To be verified', (row) => yes(row.toBeVerified)],
      ['提交时间', 'Submitted at', (row) => at(row.submittedAt)],
      ['受理日期', 'Accepted on', (row) => row.acceptedOn],
      ['法定到期日', 'Statutory due date', (row) => row.statutory.dueOn],
      ['承诺到期日', 'Promised due date', (row) => row.promised.dueOn],
      ['承诺时限', 'Promised clock', (row) => row.promised.lightText],
      ['办结日期', 'Decided on', (row) => row.decidedOn],
      ['文号', 'Document number', (row) => row.documentNumber],
      ['理由', 'Reason', (row) => row.reason],
      ['案件标识', 'Case id', (row) => row.caseId],
      ['办件标识', 'Approval id', (row) => row.id],
    ],
  ),
  transfers: list(
    EXPORTED.transfers,
    ['转交', 'Transfers'],
    [
      ['案件编号', 'Case number', (row) => row.caseNumber],
      ['项目名称', 'Project', (row) => row.projectName],
      ['第几次转交', 'Ordinal', (row) => row.ordinal],
      ['状态', 'State', (row) => words.TRANSFER_STATE[row.state]],
      ['方向', 'Direction', (row) => words.DIRECTION[row.direction]],
      ['转出机构', 'From', (row) => row.fromInstitutionName],
      ['接收机构', 'To', (row) => row.toInstitutionName],
      ['首席联络员', 'Chief liaison', (row) => row.liaisonName],
      ['事项', 'Items', (row) => joined(row.itemCodes)],
      ['材料', 'Materials', (row) => joined(row.materials.map(({ name }) => name))],
      ['方式', 'Method', (row) => words.METHOD[row.method]],
      ['运单号', 'Tracking number', (row) => row.trackingNumber],
      ['转交时间', 'Proposed at', (row) => at(row.proposedAt)],
      ['转交人', 'Proposed by', (row) => row.proposedBy],
      ['应签收时间', 'Receipt due', (row) => at(row.receiptDueAt)],
      ['处理时间', 'Settled at', (row) => at(row.settledAt)],
      ['处理人', 'Settled by', (row) => row.settledBy],
      ['签收说明或退回理由', 'Receipt or reason', (row) => row.settlement],
      ['转交标识', 'Transfer id', (row) => row.id],
    ],
  ),
  agents: list(
    EXPORTED.agents,
    ['帮代办人员', 'Agents'],
    [
      ['姓名', 'Name', (row) => row.name],
      ['机构', 'Institution', (row) => row.institutionName],
      ['区划', 'Region', (row) => row.regionId],
      ['类别', 'Classes', (row) => each(row.classes, words.AGENT_CLASS)],
      ['来源', 'Source', (row) => words.AGENT_SOURCE[row.source]],
      ['专职', 'Full time', (row) => yes(row.fullTime)],
      ['专长', 'Specialties', (row) => joined(row.specialties)],
      ['阶段', 'Stages', (row) => joined(row.helperStages)],
      ['政策领域', 'Policy domains', (row) => joined(row.policyDomains)],
      ['聘书编号', 'Order number', (row) => row.orderNumber],
      ['办公电话', 'Work phone', (row) => row.workPhone],
      ['手机', 'Mobile', (row) => row.mobile],
      ['在办', 'Load', (row) => row.load],
      ['上限', 'Capacity', (row) => row.capacity],
      ['任职起', 'From', (row) => row.from],
      ['任职止', 'To', (row) => row.to],
      ['人员标识', 'Agent id', (row) => row.id],
    ],
  ),
  ledger: list(
    EXPORTED.ledger,
    ['台账', 'Ledger'],
    [
      ['时间', 'At', (row) => at(row.at)],
      ['经手', 'By', (row) => row.actorName],
      ['内容', 'What', (row) => row.sentence],
      ['类别', 'Kind', (row) => words.LEDGER_KIND[row.kind]],
      ['事实', 'Fact', (row) => row.fact],
      ['行标识', 'Line id', (row) => row.id],
      ['所更正的行', 'Corrects', (row) => row.correctsId],
    ],
  ),
};
