import {
  answerFacts,
  drawRoadmap,
  freezeRoadmap,
  getItemPlan,
  getRoadmap,
  moveRoadmapDate,
  tryRoadmapMove,
  withdrawApproval,
} from '#libs/contracts/approvals.js';
import { createApiClient, issueClientToken } from '#libs/contracts/gateway.js';
import { contactDirectly, getRouting } from '#libs/contracts/agents.js';
import {
  getCase,
  getProgress,
  grantMandate,
  listCases,
  readLedger,
  recordVisit,
  requestClosure,
} from '#libs/contracts/projects.js';
import { Client } from '#libs/client/client.js';
import { usualAnswers } from './answers.js';
import { assignTeam } from './assignments.js';
import { Chain } from './chain.js';
import { Filings } from './filings.js';
import type { Cast } from './filings.js';
import type { House } from './house.js';
import { apply, enrol, enter, firstRegionOf, putOnList, sampleBySeed, sampleOf, sign } from './projects.js';
import type { Entrant, Sample } from './projects.js';
import { review } from './reviews.js';
import { carryOut } from './routing.js';
import { workdayAfter } from './stage.js';
import type { Stage } from './stage.js';
import { checkVisibility, checkMessages } from './watchers.js';

interface Begun {
  entrant: Entrant;
  caseId: string;
  number: string;
  firstRegion: string;
}

/** From the list to the signed agreement. */
async function begin(stage: Stage, house: House, sample: Sample): Promise<Begun> {
  const firstRegion = firstRegionOf(sample);
  const entrant = await enrol(stage, house, sample);
  await stage.tell(`${await putOnList(stage, house, entrant)},列入“${entrant.projectName}”`);
  const project = await enter(entrant);
  await stage.tell(`${sample.companyName}登录平台,录入项目 ${project.number},统一社会信用代码 ${sample.uscc} 校验通过`);
  const applied = await apply(house, firstRegion, entrant, project.id);
  const office = house.office(firstRegion).institution.name;
  await stage.tell(
    `单位向${office}提出“0+N”帮代办申请(全部事项),案件编号 ${applied.number};${office}为首接机构,始终不变`,
  );
  return { entrant, caseId: applied.id, number: applied.number, firstRegion };
}

/** Whoever first received it answers what the project has not recorded, and only that. */
async function settleQuestions(house: House, { caseId, firstRegion }: Begun): Promise<number> {
  const guide = await house.person(firstRegion, 'guide');
  for (let round = 0; round < 5; round += 1) {
    const plan = await guide.call(getItemPlan, { caseId });
    const open = plan.items.filter(({ need, questions }) => need !== 'not_needed' && questions.length > 0);
    if (open.length === 0) return plan.items.filter(({ need }) => need === 'needed').length;
    await guide.call(answerFacts, {
      caseId,
      facts: usualAnswers(open.flatMap(({ questions }) => questions)),
      reason: '经与项目单位核实',
    });
  }
  throw new Error('事项清单仍有未答的问题');
}

/** Plan, agreement, joint review, notice, routing, people, mandate: everything before the first application. */
async function prepare(
  stage: Stage,
  house: House,
  begun: Begun,
): Promise<{ cast: Cast; filings: Filings; holder: string }> {
  const { entrant, caseId, firstRegion } = begun;
  const needed = await settleQuestions(house, begun);
  const agreed = await sign(house, firstRegion, entrant, caseId);
  await stage.tell(`帮代办协议双方签署,列明${agreed}个委托事项和双方权利义务;事项清单共需${needed}个事项`);
  const guide = await house.person(firstRegion, 'guide');
  const helper = await house.person(firstRegion, 'helper');
  const office = await Filings.begin({ stage, caseId, unit: entrant.unit, helper });
  const { departments, notice } = await review({ stage, guide, caseId, fileId: await fileOf(guide) });
  await stage.tell(
    `首接机构召开联合预审会,${departments}个部门逐项提出意见;出具一次性告知书 ${notice.number}(${notice.items.length}个事项)`,
  );
  const holder = await carryOut({ stage, house, firstRegion, caseId, documentId: office.materialDocument });
  const cast: Cast = { stage, caseId, unit: entrant.unit, helper: await house.person(holder, 'helper') };
  await assignTeam(stage, house, { caseId, holder });
  const holderAgentId = house.agent(holder, 'helper').id;
  const today = await stage.today();
  await entrant.unit.call(grantMandate, {
    caseId,
    holderAgentId,
    items: 'all',
    validFrom: today,
    validTo: `${Number(today.slice(0, 4)) + 6}-12-31`,
  });
  await stage.tell('项目单位签署授权委托书:单位仍是申报主体,服务员为经办人');
  return { cast, filings: await Filings.begin(cast), holder };
}

async function fileOf(client: Client): Promise<string> {
  const bytes = new TextEncoder().encode('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');
  return (await client.upload('书面意见.pdf', bytes)).fileId;
}

async function drawUp(
  stage: Stage,
  house: House,
  { caseId, holder }: { caseId: string; holder: string },
): Promise<void> {
  const guide = await house.person(holder, 'guide');
  await guide.call(drawRoadmap, { caseId, startOn: await stage.today() });
  const roadmap = await guide.call(freezeRoadmap, { caseId });
  const critical = roadmap.nodes.filter(({ full }) => full.critical).map(({ name }) => name);
  const permit = roadmap.nodes.find(({ itemCode }) => itemCode === 'C04');
  await stage.tell(
    `路线图经指导员签认固化(第${roadmap.number}版):到施工许可审批口径${permit?.approval.end ?? 0}个工作日,计划${permit?.full.endsOn ?? ''}领证,${roadmap.endOn}全部办结(含建设工期${roadmap.constructionMonths}个月);关键路径${critical.slice(0, 4).join('→')}…`,
  );
}

/** SP025: a provincial project of 寿光, first received by the city. */
export async function playMain(stage: Stage, house: House): Promise<void> {
  stage.chapter('一、国家级蔬菜种业创新中心(SP025,寿光,省级重大)');
  const begun = await begin(stage, house, sampleOf('SP025'));
  await stage.refused(
    'F05 未签协议即启动事项',
    '帮代办协议尚未双方签署(待签:项目单位、帮代办机构),签订后方可启动帮代办事项。',
    () => startTooSoon(house, begun),
  );
  const { cast, filings, holder } = await prepare(stage, house, begun);
  await drawUp(stage, house, { caseId: begun.caseId, holder });
  await changeRoadmap(stage, house, { caseId: begun.caseId, holder });
  const chain = new Chain(cast, filings);
  await toLandDeal(stage, { cast, filings, chain });
  await convertAll(stage, chain);
  const system = await departmentSystem(stage);
  const rounds = await filings.finish(begun.entrant.sample.constructionMonths, system);
  await stage.tell(`其余事项分${rounds}批全部办结:开工、完工、联合验收、竣工备案、投产;市住建系统自行推送办理结果`);
  await visit(stage, cast);
  await checkMessages(stage, house, begun.caseId);
  await checkVisibility(stage, house, { caseId: begun.caseId, unit: begun.entrant.unit });
  await close(stage, cast);
}

async function startTooSoon(house: House, { caseId }: Begun): Promise<unknown> {
  const guide = await house.person('370700', 'guide');
  await guide.call(getRouting, { caseId });
  return await guide.call(contactDirectly, { caseId, itemCode: 'P03' });
}

/** R79: a frozen roadmap moves only with a reason and the guide's signature; a dry run says first what would follow. */
async function changeRoadmap(
  stage: Stage,
  house: House,
  { caseId, holder }: { caseId: string; holder: string },
): Promise<void> {
  const guide = await house.person(holder, 'guide');
  const { nodes } = await guide.call(getRoadmap, { caseId });
  const tender = nodes.find(({ itemCode }) => itemCode === 'C05') ?? nodes.at(-1);
  if (!tender) throw new Error('路线图没有事项');
  const move = { caseId, itemCode: tender.itemCode, endsOn: workdayAfter(tender.full.endsOn, 7) };
  const { moved } = await guide.call(tryRoadmapMove, move);
  await stage.tell(`试算:“${tender.name}”推迟到${move.endsOn},将顺延${moved.length - 1}个后续事项`);
  await stage.refused(
    'R79 固化后无理由调整',
    '路线图已固化(第1版)。请写明调整理由,经审批流程指导员签认后形成新版本,原版本保留。',
    () => guide.call(moveRoadmapDate, move),
  );
  const roadmap = await guide.call(moveRoadmapDate, { ...move, reason: '招标公告顺延' });
  await stage.tell(`写明理由后经指导员签认,路线图第${roadmap.number}版生效,第1版原样保留`);
}

interface Act {
  cast: Cast;
  filings: Filings;
  chain: Chain;
}

/** Everything that needs no land, the pre-approval chain, and the land deal itself (R51–R58). */
async function toLandDeal(stage: Stage, act: Act): Promise<void> {
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
  await grant('A01');
  await complete('A05', 'Z03', 'Z04', 'Z12', 'Z13a');
  await stage.pass(5);
  await grant('P05', 'P03', 'B01');
  await stage.tell('不需要土地的事项先办:备案、规划条件、水保、环评办结,设计方案联合审查通过');
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

async function convertAll(stage: Stage, chain: Chain): Promise<void> {
  for (const code of ['A10', 'B02', 'B03', 'C04']) {
    await chain.meetOwn(code);
    await chain.convert(code);
  }
  const saved = await chain.daysSaved();
  await stage.tell(`拿地即开工:四证同日换发正式文件,比常规路径节省${saved ?? 0}个工作日`);
}

/** A department's own system signs in with client credentials and may act for that department alone. */
async function departmentSystem(stage: Stage): Promise<{ department: string; client: Client }> {
  const admin = await stage.as('admin');
  const clientId = `sg-zjj-${Date.now().toString(36)}`;
  const { clientSecret } = await admin.call(createApiClient, {
    clientId,
    name: '寿光市住建局业务系统',
    departmentCode: 'SG-ZJJ',
    regionId: '370783',
  });
  const { access_token } = await new Client(stage.url).call(issueClientToken, {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  return { department: 'SG-ZJJ', client: new Client(stage.url).withToken(access_token) };
}

async function visit(stage: Stage, { helper, caseId }: Cast): Promise<void> {
  const visitedAt = (await stage.now()).toISOString();
  await helper.call(recordVisit, {
    caseId,
    visitedAt,
    place: '项目现场',
    metWith: '项目单位工作人员',
    result: '送达全部证照',
    onSite: true,
    helmetWorn: true,
  });
}

async function close(stage: Stage, { helper, unit, caseId }: Cast): Promise<void> {
  await helper.call(requestClosure, { caseId });
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const { state, visits, trips, itemsDone, itemsTotal } = await unit.call(getCase, { caseId });
    if (state === 'closed') {
      const { total } = await unit.call(readLedger, { caseId, page: 1, pageSize: 1 });
      return await stage.tell(
        `结案:${itemsDone}/${itemsTotal}个事项办结,台账${total}条,部门和帮代办人员上门${visits}次,企业跑腿${trips}次`,
      );
    }
    if (state === 'active' && attempt > 20) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const { openItems } = await unit.call(getCase, { caseId });
  throw new Error(`未能结案:${openItems.join('、')}`);
}

/** The second case: first received in a county, one item of the city, told directly (R37). */
export async function playDirectContact(stage: Stage, house: House): Promise<Begun> {
  const begun = await begin(stage, house, sampleOf('SP022'));
  await settleQuestions(house, begun);
  await sign(house, begun.firstRegion, begun.entrant, begun.caseId);
  await carryOut({ stage, house, firstRegion: begun.firstRegion, caseId: begun.caseId, documentId: begun.caseId });
  return begun;
}

/** Any other sample: the same way, with no line made for it. */
export async function playAnother(stage: Stage, house: House, seed: number): Promise<void> {
  const sample = sampleBySeed(seed);
  stage.chapter(
    `三、另一个项目(种子${seed}):${sample.projectName}(${sample.sampleId},${sample.regionZh},${sample.scenario})`,
  );
  const begun = await begin(stage, house, sample);
  const { cast, filings, holder } = await prepare(stage, house, begun);
  await drawUp(stage, house, { caseId: begun.caseId, holder });
  const rounds = await filings.finish(sample.constructionMonths);
  await stage.tell(`全部事项分${rounds}批办结`);
  const { summary } = await begun.entrant.unit.call(getProgress, { caseId: begun.caseId });
  await stage.tell(`单位看到的进度:${summary}`);
  await visit(stage, cast);
  await close(stage, cast);
  const { total } = await (
    await house.person('370700', 'manager')
  ).call(listCases, { state: 'closed', page: 1, pageSize: 1 });
  await stage.tell(`全市已结案项目${total}个`);
}
