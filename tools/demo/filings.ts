import {
  acceptApproval,
  answerSituation,
  confirmRecord,
  decideApproval,
  getChecklist,
  getItemPlan,
  getRoadmap,
  recordCompletion,
  recordExternalDecision,
  recordMilestone,
  submitApproval,
} from '#libs/contracts/approvals.js';
import type { Client } from '#libs/client/client.js';
import type { Output } from '#libs/contracts/define.js';
import { registerDocument } from '#libs/contracts/projects.js';
import { inParallel } from './stage.js';
import type { Stage } from './stage.js';

type Line = Output<typeof getItemPlan>['items'][number];
type Node = Output<typeof getRoadmap>['nodes'][number];
type Approval = Output<typeof submitApproval>;

/** Items that exist once for each works of a project (R131); the demo's projects have one. */
const PER_WORKS = /^(B02|C01|C04|D0[1-9])$/;
const PAPER = new TextEncoder().encode('%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n');

export interface Cast {
  stage: Stage;
  caseId: string;
  unit: Client;
  /** The mandate holder. */
  helper: Client;
}

export const worksOf = (itemCode: string): string | null => (PER_WORKS.test(itemCode) ? '1号楼' : null);

/** Handles the items of one case, whatever project it is: by item plan and roadmap, never by name. */
export class Filings {
  private readonly done = new Set<string>();
  private serial = 0;

  private constructor(
    private readonly cast: Cast,
    private readonly documentId: string,
    readonly fileId: string,
  ) {}

  static async begin(cast: Cast): Promise<Filings> {
    const { fileId, ...file } = await cast.helper.upload('申报材料.pdf', PAPER);
    const document = await cast.helper.call(registerDocument, {
      caseId: cast.caseId,
      fileId,
      ...file,
      kind: 'material',
    });
    return new Filings(cast, document.id, fileId);
  }

  get materialDocument(): string {
    return this.documentId;
  }

  async plan(): Promise<Line[]> {
    const { items } = await this.cast.helper.call(getItemPlan, { caseId: this.cast.caseId });
    return items.filter(({ need }) => need === 'needed');
  }

  number(itemCode: string): string {
    this.serial += 1;
    return `演示${itemCode}字〔${Date.now().toString(36)}〕第${this.serial}号`;
  }

  markDone(...codes: string[]): void {
    for (const code of codes) this.done.add(code);
  }

  /** Handed in with everything the checklist asks for. */
  async submit(itemCode: string): Promise<Approval> {
    const { helper, caseId } = this.cast;
    const papers = await this.papers(itemCode);
    return await helper.call(submitApproval, {
      caseId,
      itemCode,
      works: worksOf(itemCode),
      handlingMode: '代跑腿',
      ...papers,
    });
  }

  async decide({ id, itemCode, handlingBody }: Approval, by?: Client): Promise<Approval> {
    const { stage } = this.cast;
    const reviewer = by ?? (await stage.reviewer(handlingBody ?? ''));
    const decision = {
      result: 'granted',
      decidedOn: await stage.today(),
      documentNumber: this.number(itemCode),
    } as const;
    const decided = await reviewer.call(decideApproval, { id, ...decision });
    this.markDone(itemCode);
    return decided;
  }

  async accept({ id, handlingBody }: Approval, by?: Client): Promise<Approval> {
    const reviewer = by ?? (await this.cast.stage.reviewer(handlingBody ?? ''));
    return await reviewer.call(acceptApproval, { id });
  }

  /** An item that nobody decides upon application: recorded with its evidence, confirmed where an authority stands behind it. */
  async complete(line: Line): Promise<void> {
    const { helper, unit, caseId, stage } = this.cast;
    const { itemCode } = line;
    const actor = line.entrusted && line.mode !== '单位自办' ? helper : unit;
    const record = await actor.call(recordCompletion, {
      caseId,
      itemCode,
      works: worksOf(itemCode),
      documentNumber: this.number(itemCode),
      completedOn: await stage.today(),
      fileId: await this.fileOf(actor),
      ...(itemCode === 'A09' ? { winner: 'unit' as const } : {}),
    });
    if (record.toBeVerified) await this.confirm(record);
    this.markDone(itemCode);
  }

  /** Decided in another system: recorded by the helper, it counts once its body has confirmed it (R132). */
  async recordFromElsewhere(line: Line): Promise<void> {
    const { helper, caseId, stage } = this.cast;
    const { itemCode } = line;
    const record = await helper.call(recordExternalDecision, {
      caseId,
      itemCode,
      works: worksOf(itemCode),
      documentNumber: this.number(itemCode),
      decidedOn: await stage.today(),
      fileId: this.fileId,
      result: 'granted',
    });
    await this.confirm(record);
    this.markDone(itemCode);
  }

  /** Does whatever is ready, day after day, until everything the project needs is done. */
  async finish(constructionMonths: number, system?: { department: string; client: Client }): Promise<number> {
    const { helper, caseId, stage } = this.cast;
    const lines = new Map((await this.plan()).map((line) => [line.itemCode, line]));
    const { nodes } = await helper.call(getRoadmap, { caseId });
    this.markDone(...nodes.filter(({ done }) => done).map(({ itemCode }) => itemCode));
    let rounds = 0;
    for (let open = this.open(nodes); open.length > 0; open = this.open(nodes)) {
      const ready = open.filter((node) => this.isReady(node));
      if (ready.length === 0) throw new Error(`没有可以办理的事项:${open.map(({ name }) => name).join('、')}`);
      const before = this.done.size;
      await this.round(ready, lines, system);
      if (this.done.size === before) throw new Error(`材料始终不齐:${ready.map(({ name }) => name).join('、')}`);
      rounds += 1;
      await stage.pass(ready.some(({ itemCode }) => itemCode === 'G01') ? constructionMonths * 30 + 5 : 3);
    }
    return rounds;
  }

  private async round(
    ready: Node[],
    lines: Map<string, Line>,
    system?: { department: string; client: Client },
  ): Promise<void> {
    await inParallel(ready, 4, async ({ itemCode }) => {
      const line = lines.get(itemCode);
      if (itemCode.startsWith('G')) await this.milestone(itemCode);
      else if (line) await this.handle(line, line.handlingBody === system?.department ? system?.client : undefined);
      else this.markDone(itemCode);
    });
  }

  private async handle(line: Line, system?: Client): Promise<void> {
    if (line.level === 'province') return await this.recordFromElsewhere(line);
    if (line.itemClass === null || line.itemClass === 3) return await this.complete(line);
    // What may follow later would leave the filing with an open promise; as long as other items move, it waits for them.
    if ((await this.papers(line.itemCode)).promises.length > 0) return;
    const filing = await this.submit(line.itemCode);
    await this.accept(filing, system);
    await this.decide(filing, system);
  }

  private async milestone(itemCode: string): Promise<void> {
    const { helper, caseId, stage } = this.cast;
    const code = itemCode as 'G01' | 'G02' | 'G03' | 'G04';
    await helper.call(recordMilestone, { caseId, code, on: await stage.today(), photoFileId: this.fileId });
    this.markDone(itemCode);
  }

  /** What the unit brings, and a signed promise for what may follow (R72). */
  private async papers(itemCode: string) {
    const { helper, caseId, stage } = this.cast;
    const works = worksOf(itemCode);
    const ask = () => helper.call(getChecklist, { caseId, itemCode, ...(works ? { works } : {}) });
    for (const { origin } of (await ask()).materials) {
      if (origin.kind === 'ask_situation')
        await helper.call(answerSituation, { caseId, situation: origin.situation, applies: false });
    }
    const { materials } = await ask();
    const brought = materials.filter(
      ({ origin }) => (origin.kind === 'ask_unit' && !origin.supplied) || (origin.kind === 'form' && !origin.signed),
    );
    const awaited = materials.filter(({ origin, gap }) => origin.kind === 'from_item' && gap === 'deferrable');
    const signedOn = await stage.today();
    const { documentId } = this;
    return {
      materials: brought.map(({ code }) => ({ materialCode: code, documentId })),
      promises: awaited.map(({ code, deferralWorkdays }) => ({
        materialCode: code,
        signedOn,
        documentId,
        withinWorkdays: deferralWorkdays ?? 1,
      })),
    };
  }

  private async confirm({ id, handlingBody, legalBody }: Approval): Promise<void> {
    const reviewer = await this.cast.stage.reviewer(handlingBody ?? legalBody ?? '');
    await reviewer.call(confirmRecord, { id });
  }

  private async fileOf(actor: Client): Promise<string> {
    return actor === this.cast.helper ? this.fileId : (await actor.upload('完成证明.pdf', PAPER)).fileId;
  }

  private open(nodes: Node[]): Node[] {
    return nodes.filter(({ itemCode, done }) => !done && !this.done.has(itemCode));
  }

  private isReady({ prerequisites }: Node): boolean {
    return prerequisites.every((group) => group.some((code) => this.done.has(code)));
  }
}
