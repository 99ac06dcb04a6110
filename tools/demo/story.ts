import { answerFacts, getItemPlan, setItemLevel } from '#libs/contracts/approvals.js';
import { contactDirectly, getRouting } from '#libs/contracts/agents.js';
import { getProgress, grantMandate, listCases } from '#libs/contracts/projects.js';
import type { Client } from '#libs/client/client.js';
import { usualAnswers } from './answers.js';
import { assignTeam } from './assignments.js';
import { Chain } from './chain.js';
import { close, departmentSystem, visit } from './ending.js';
import { Filings } from './filings.js';
import type { Cast } from './filings.js';
import type { House } from './house.js';
import { convertAll, toLandDeal } from './land.js';
import { apply, enrol, enter, firstRegionOf, putOnList, sampleBySeed, sampleOf, sign } from './projects.js';
import type { Entrant, Sample } from './projects.js';
import { review } from './reviews.js';
import { changeRoadmap, drawUp } from './roadmap.js';
import { carryOut } from './routing.js';
import type { Stage } from './stage.js';
import { checkMessages, checkVisibility } from './watchers.js';

export interface Begun {
  entrant: Entrant;
  caseId: string;
  number: string;
  firstRegion: string;
}

/** From the list to the signed agreement. */
export async function begin(stage: Stage, house: House, sample: Sample): Promise<Begun> {
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
export async function settleQuestions(house: House, { caseId, firstRegion }: Begun): Promise<number> {
  const guide = await house.person(firstRegion, 'guide');
  for (let round = 0; round < 5; round += 1) {
    const plan = await guide.call(getItemPlan, { caseId });
    const open = plan.items.filter(({ need, questions }) => need !== 'not_needed' && questions.length > 0);
    if (open.length === 0) return plan.items.filter(({ need }) => need === 'needed').length;
    const asked = open.filter(({ questions }) => !questions.some(isOfLevel)).flatMap(({ questions }) => questions);
    const facts = usualAnswers(asked);
    if (asked.length > 0) await guide.call(answerFacts, { caseId, facts, reason: '经与项目单位核实' });
    else for (const { itemCode } of open) await setLevel(guide, caseId, itemCode);
  }
  throw new Error('事项清单仍有未答的问题');
}

/** Asked of the first institution itself: the rules leave the level open (R120). */
const isOfLevel = (question: string): boolean => /哪一级/.test(question);

async function setLevel(guide: Client, caseId: string, itemCode: string): Promise<void> {
  const reason = '经与市、县主管部门核实';
  await guide.call(setItemLevel, { caseId, itemCode, level: 'city', reason });
}

/** Plan, agreement, joint review, notice, routing, people, mandate: everything before the first application. */
export async function prepare(
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
