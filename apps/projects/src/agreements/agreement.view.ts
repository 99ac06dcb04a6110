import type { z } from 'zod';
import type { Agreement as AgreementContract } from '#libs/contracts/projects.js';
import { isSigned } from './agreement.entity.js';
import type { Agreement, Signature } from './agreement.entity.js';

/** `versions` are all of the case: in force is the newest that both have signed. */
export function agreementView(agreement: Agreement, versions: readonly Agreement[]): z.input<typeof AgreementContract> {
  const signed = versions.filter(isSigned).map(({ agreementVersion }) => agreementVersion);
  const inForce = isSigned(agreement) && agreement.agreementVersion === Math.max(...signed);
  return { ...agreement, inForce, text: textOf(agreement) };
}

function textOf(agreement: Agreement): string {
  const { agreementVersion, reason, items, institutionDuties, unitDuties } = agreement;
  return [
    reason ? `“0+N”帮代办补充协议(第${agreementVersion}版)` : '“0+N”帮代办协议',
    ...(reason ? [`变更理由:${reason}`] : []),
    '一、帮代办事项',
    ...numbered(items.map(({ name }) => name)),
    '二、帮代办机构的权利和义务',
    ...numbered(institutionDuties),
    '三、项目单位的权利和义务',
    ...numbered(unitDuties),
    '四、双方均可终止本协议,终止时应说明理由,帮代办机构应归还材料。',
    `项目单位:${signed(agreement.unitSignature)}`,
    `帮代办机构:${signed(agreement.institutionSignature)}`,
  ].join('\n');
}

const numbered = (lines: readonly string[]): string[] => lines.map((line, at) => `${at + 1}. ${line}`);

const signed = (signature: Signature | null): string =>
  signature ? `${signature.name},${signature.at.slice(0, 10)}签署` : '待签';
