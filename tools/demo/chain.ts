import type { Output } from '#libs/contracts/define.js';
import {
  applyForPreApproval,
  convertPreApproval,
  issuePreApproval,
  listPreApprovals,
  meetCondition,
} from '#libs/contracts/approvals.js';
import type { Client } from '#libs/client/client.js';
import { worksOf } from './filings.js';
import type { Cast, Filings } from './filings.js';

type PreApproval = Output<typeof applyForPreApproval>;
type Missing = { itemCode?: string; name?: string; act?: '签订' | '缴纳' | '提交' };

interface Link {
  itemCode: string;
  technical: string;
  missing: Missing[];
}

/** 拿地即开工: A10 → B02 and B03 → C04, each with its own missing conditions; the upstream documents are the chain's (roadmaps.md, T0). */
const CHAIN: Link[] = [
  { itemCode: 'A10', technical: '规划条件', missing: [{ itemCode: 'A09' }] },
  { itemCode: 'B02', technical: '设计方案联合审查', missing: [{ itemCode: 'A09' }] },
  { itemCode: 'B03', technical: '设计方案联合审查', missing: [{ itemCode: 'A09' }] },
  {
    itemCode: 'C04',
    technical: '施工图联合审查',
    missing: [
      { itemCode: 'A09' },
      { itemCode: 'B02' },
      { itemCode: 'B03' },
      { name: '施工合同', act: '签订' },
      { name: '农民工工资保证金', act: '缴纳' },
    ],
  },
];

/** The pre-approval chain of one case. */
export class Chain {
  private readonly documents = new Map<string, PreApproval>();

  constructor(
    private readonly cast: Cast,
    private readonly filings: Filings,
  ) {}

  of(itemCode: string): PreApproval {
    const document = this.documents.get(itemCode);
    if (!document) throw new Error(`${itemCode} 没有预审批`);
    return document;
  }

  /** Applied for by the unit; issued by its body, by nobody else. */
  async apply(itemCode: string): Promise<PreApproval> {
    const { stage, unit, caseId } = this.cast;
    const link = CHAIN.find((candidate) => candidate.itemCode === itemCode);
    if (!link) throw new Error(`${itemCode} 不在预审批链上`);
    const document = await unit.call(applyForPreApproval, {
      caseId,
      itemCode,
      works: worksOf(itemCode),
      reviewed: [
        {
          kind: 'technical_step',
          name: link.technical,
          passedOn: await stage.today(),
          by: '审批部门',
          evidence: `${link.technical}意见`,
        },
      ],
      missing: link.missing.map((missing) => ({
        ...missing,
        itemCode: missing.itemCode ?? null,
        controllable: true,
        owner: '项目单位',
        evidence: '正式文件或合同',
      })),
    });
    this.documents.set(itemCode, document);
    return document;
  }

  async issue(itemCode: string, by?: Client): Promise<PreApproval> {
    const { stage } = this.cast;
    const { id, handlingBody } = this.of(itemCode);
    const reviewer = by ?? (await stage.reviewer(handlingBody));
    return await reviewer.call(issuePreApproval, {
      id,
      documentNumber: this.filings.number(`预${itemCode}`),
      issuedOn: await stage.today(),
    });
  }

  /** The conditions that are the unit's own to meet; the land deal and the upstream documents meet theirs by themselves. */
  async meetOwn(itemCode: string): Promise<void> {
    const { stage, helper } = this.cast;
    for (const { id, itemCode: source, metOn } of this.of(itemCode).missing) {
      if (source !== null || metOn !== null) continue;
      await helper.call(meetCondition, {
        id: this.of(itemCode).id,
        conditionId: id,
        on: await stage.today(),
        fileId: this.filings.fileId,
      });
    }
  }

  async convert(itemCode: string, by?: Client): Promise<PreApproval> {
    const { stage } = this.cast;
    const { id, handlingBody } = this.of(itemCode);
    const reviewer = by ?? (await stage.reviewer(handlingBody));
    const converted = await reviewer.call(convertPreApproval, {
      id,
      documentNumber: this.filings.number(itemCode),
      decidedOn: await stage.today(),
    });
    this.filings.markDone(itemCode);
    return converted;
  }

  async daysSaved(): Promise<number | null> {
    const { figures } = await this.cast.helper.call(listPreApprovals, { caseId: this.cast.caseId });
    return figures?.daysSaved ?? null;
  }
}
