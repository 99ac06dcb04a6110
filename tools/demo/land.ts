import { withdrawApproval } from '#libs/contracts/approvals.js';
import type { Chain } from './chain.js';
import type { Cast, Filings } from './filings.js';
import type { Stage } from './stage.js';

export interface Act {
  cast: Cast;
  filings: Filings;
  chain: Chain;
}

/** Everything that needs no land, the pre-approval chain, and the land deal itself (R51–R58). */
export async function toLandDeal(stage: Stage, act: Act): Promise<void> {
  const { cast, filings, chain } = act;
  const lines = new Map((await filings.plan()).map((line) => [line.itemCode, line]));
  const complete = async (...codes: string[]): Promise<void> => {
    for (const code of codes) {
      const line = lines.get(code);
      if (line) await filings.complete(line);
    }
  };
  const grant = async (...codes: string[]): Promise<void> => {
    for (const code of codes) await filings.decide(await filings.accept(await filings.submit(code)));
  };
  await beforeLand(stage, { complete, grant });
  await chain.apply('A10');
  await stage.refused(
    'F07 帮代办人员出具预审批文件',
    '预审批文件由审批部门出具。您可以指导项目单位提出申请,不能出具文件。',
    () => chain.issue('A10', cast.helper),
  );
  await chain.issue('A10');
  await stage.pass(3);
  for (const code of ['B02', 'B03']) {
    await chain.apply(code);
    await chain.issue(code);
  }
  await stage.tell('预审批链:A10用地规划许可→B02工程规划许可(以A10预审批文件为申报材料),B03人防随行');
  await stage.refused(
    'F09 条件未齐换发',
    '暂不能换发:1. 国有建设用地使用权出让合同尚未签订;2. 建设用地规划许可证尚未换发正式证书。全部达到后即可换发,无需重新申请。',
    () => chain.convert('B02'),
  );
  await complete('Z13c', 'C01', 'C05');
  await chain.apply('C04');
  await chain.issue('C04');
  await tryFormalPermit(stage, act);
  await stage.pass(30);
  await complete('A09');
  await stage.tell(`竞得土地并签订出让合同(${lines.get('A09')?.name ?? ''}),预审批的土地条件自动达到`);
}

type Step = (...codes: string[]) => Promise<void>;

/** What needs no land goes first. */
async function beforeLand(stage: Stage, { complete, grant }: { complete: Step; grant: Step }): Promise<void> {
  await grant('A01');
  await complete('A05', 'Z03', 'Z04', 'Z12', 'Z13a');
  await stage.pass(5);
  await grant('P05', 'P03', 'B01');
  await stage.tell('不需要土地的事项先办:备案、规划条件、水保、环评办结,设计方案联合审查通过');
}

/** F08: a pre-approved planning permit is no ground for a formal construction permit. */
async function tryFormalPermit(stage: Stage, { cast, filings }: Act): Promise<void> {
  const filing = await filings.accept(await filings.submit('C04'));
  await stage.refused(
    'F08 以预审批件办正式施工许可',
    /^建设工程规划许可证目前仅有预审批文件,只能用于下一环节预审批,不能作为核发施工许可证的依据。请先换发正式证书。$/,
    () => filings.decide(filing),
  );
  await cast.helper.call(withdrawApproval, { id: filing.id, reason: '改走预审批换发' });
}

/** The land deal is done: the chain becomes formal in its order, on one day (R54, R57). */
export async function convertAll(stage: Stage, chain: Chain): Promise<void> {
  for (const code of ['A10', 'B02', 'B03', 'C04']) {
    await chain.meetOwn(code);
    await chain.convert(code);
  }
  const saved = await chain.daysSaved();
  await stage.tell(`拿地即开工:四证同日换发正式文件,比常规路径节省${saved ?? 0}个工作日`);
}
