import type {
  approvalEvents,
  itemPlanEvents,
  milestoneEvents,
  preApprovalEvents,
  roadmapEvents,
} from '#libs/contracts/facts.js';
import type { Sentences } from '../wording.js';

export const itemPlanSentences: Sentences<typeof itemPlanEvents> = {
  made: ({ version, frozen, items }) => {
    const needed = items.filter(({ need }) => need === 'needed').length;
    const open = items.filter(({ need }) => need === 'to_be_checked').length;
    return `事项清单第${version}版${frozen ? '已固化' : '已形成'}:需要办理${needed}项${open > 0 ? `,待联合预审确认${open}项` : ''}。`;
  },
  closureChecked: ({ openItems }) =>
    openItems.length === 0
      ? '经核对,委托事项已全部办结。'
      : `经核对,尚有${openItems.length}项委托事项未办结(${openItems.map(({ name }) => name).join('、')})。`,
};

export const roadmapSentences: Sentences<typeof roadmapEvents> = {
  frozen: ({ version, startOn, endOn, guideName, reason }) =>
    `审批流程指导员${guideName}签认手续办理路线图(第${version}版),计划${startOn}至${endOn}${reason ? `,调整理由:${reason}` : ''}。`,
};

const RESULTS = { granted: '准予', granted_with_deferral: '容缺准予', refused: '不予' };
const CLOCKS = {
  statutory: '法定办理时限',
  promised: '承诺办理时限',
  correction: '补正时限',
  deferral: '容缺补正时限',
  unit_duty: '项目单位应办期限',
  validity: '证照有效期',
};
const LIGHTS = { yellow: '黄色预警', orange: '橙色预警', red: '红色预警' };

const named = ({ itemName, works }: { itemName: string; works: string | null }): string =>
  `“${itemName}”${works ? `(${works})` : ''}`;

export const approvalSentences: Sentences<typeof approvalEvents> = {
  submitted: ({ mandateHolderName, handlingBody, ...filing }, say) =>
    `${mandateHolderName ? `经办人${mandateHolderName}代项目单位` : '项目单位'}向${say.department(handlingBody)}申报${named(filing)}。`,
  accepted: ({ handlingBody, promisedDueOn, ...filing }, say) =>
    `${say.department(handlingBody)}受理${named(filing)}${promisedDueOn ? `,承诺${promisedDueOn}前办结` : ''}。`,
  notAccepted: ({ handlingBody, reason, ...filing }, say) =>
    `${say.department(handlingBody)}未受理${named(filing)},理由:${reason}。`,
  correctionRequested: ({ handlingBody, materials, dueOn, ...filing }, say) =>
    `${say.department(handlingBody)}一次性告知${named(filing)}需补正:${materials.join('、')},请于${dueOn}前补齐。`,
  correctionSupplied: (filing) => `${named(filing)}的补正材料已提交。`,
  specialProcedureBegun: ({ cause, stopsStatutory, ...filing }) =>
    `${named(filing)}进入特别程序(${cause}),${stopsStatutory ? '所需时间不计入法定时限' : '法定时限继续计算'}。`,
  specialProcedureEnded: ({ cause, ...filing }) => `${named(filing)}的特别程序(${cause})结束。`,
  decided: ({ handlingBody, result, documentNumber, verified, ...filing }, say) => {
    const number = documentNumber ? `,文号${documentNumber}` : '';
    if (!verified)
      return `${named(filing)}的办理结果已登记(${RESULTS[result]}${number}),待${say.department(handlingBody)}核验。`;
    return `${say.department(handlingBody)}办结${named(filing)}:${RESULTS[result]}${number}。`;
  },
  completed: ({ documentNumber, on, ...filing }) =>
    `项目单位于${on}自行完成${named(filing)}${documentNumber ? `(${documentNumber})` : ''}。`,
  recordRejected: ({ reason, ...filing }) => `${named(filing)}登记的办理结果未通过核验,理由:${reason}。`,
  cancelled: ({ reason, ...filing }) => `项目单位撤件:${named(filing)},理由:${reason}。`,
  withdrawn: ({ reason, ...filing }) => `项目单位撤回${named(filing)},理由:${reason}。`,
  revoked: ({ handlingBody, reason, ...filing }, say) =>
    `${say.department(handlingBody)}撤销${named(filing)},理由:${reason}。`,
  deadlineNear: ({ clock, dueOn, workdaysLeft, light, ...filing }) => {
    const left = workdaysLeft < 0 ? `已超期${-workdaysLeft}个工作日` : `还剩${workdaysLeft}个工作日`;
    return `${LIGHTS[light]}:${named(filing)}的${CLOCKS[clock]}为${dueOn},${left}。`;
  },
};

const ENDINGS = { void: '失效', lapsed: '到期失效', returned: '退回' };

export const preApprovalSentences: Sentences<typeof preApprovalEvents> = {
  applied: ({ itemName, handlingBody }, say) => `项目单位向${say.department(handlingBody)}申请“${itemName}”预审批。`,
  refused: ({ itemName, handlingBody, reason }, say) =>
    `${say.department(handlingBody)}未出具“${itemName}”预审批文件,理由:${reason}。`,
  issued: ({ itemName, handlingBody, documentNumber, validTo, missingConditions }, say) =>
    `${say.department(handlingBody)}出具“${itemName}”预审批文件(${documentNumber},有效期至${validTo}),尚缺条件:${missingConditions.join('、')}。`,
  conditionMet: ({ itemName, condition, on }) => `“${itemName}”预审批所缺条件“${condition}”已于${on}达到。`,
  converted: ({ itemName, handlingBody, documentNumber, convertedOn }, say) =>
    `${say.department(handlingBody)}于${convertedOn}将“${itemName}”预审批文件换发为正式文件(${documentNumber}),无需重新申请。`,
  extended: ({ itemName, validTo }) => `“${itemName}”预审批文件有效期延长至${validTo}。`,
  suspended: ({ itemName, reason }) => `“${itemName}”预审批文件暂停使用,原因:${reason}。`,
  resumed: ({ itemName }) => `“${itemName}”预审批文件恢复使用。`,
  ended: ({ itemName, how, reason }) => `“${itemName}”预审批文件${ENDINGS[how]},原因:${reason}。`,
};

export const milestoneSentences: Sentences<typeof milestoneEvents> = {
  reached: ({ name, on, openDuties }) =>
    `项目于${on}${name}${openDuties.length > 0 ? `,尚有未完成的义务:${openDuties.join('、')}` : ''}。`,
};
