import {
  appointChiefContact,
  appointChiefLiaison,
  endChiefLiaison,
  listChiefLiaisons,
  proposeTransfer,
} from '#libs/contracts/agents.js';
import { setItemMode } from '#libs/contracts/approvals.js';
import { applyForService } from '#libs/contracts/projects.js';
import { playClocks, playPingPong } from './clocks.js';
import type { House } from './house.js';
import { apply, enrol, enter, putOnList, sampleOf, sign } from './projects.js';
import type { Stage } from './stage.js';
import { playDirectContact } from './story.js';

const SHOUGUANG = '370783';

/** The refusals of rules.md, section M, that the story itself has not met. */
export async function playRefusals(stage: Stage, house: House): Promise<void> {
  stage.chapter('二、直接联系首席联系人,以及应当被拒绝的事');
  await playClocks(stage, house, await playDirectContact(stage, house));
  await notListed(stage, house);
  await quotaOfLiaisons(stage, house);
  await secondChiefContact(stage, house);
  await intermediaryAndFire(stage, house);
}

async function notListed(stage: Stage, house: House): Promise<void> {
  const entrant = await enrol(stage, house, sampleOf('SP016'));
  const { id: projectId } = await enter(entrant);
  const year = (await stage.today()).slice(0, 4);
  const expected = `该项目未列入现行有效的重大重点项目名单(${year}年度省、市、县级),暂不能申请“0+N”帮代办服务。`;
  const institutionId = house.city().institution.id;
  await stage.refused('F01 名单外项目申请', expected, () =>
    entrant.unit.call(applyForService, { projectId, institutionId, items: 'all' }),
  );
}

/** The sixth is refused, and so is stopping the third; the two that were added for this are ended again. */
async function quotaOfLiaisons(stage: Stage, house: House): Promise<void> {
  const manager = await house.person(SHOUGUANG, 'manager');
  const added = [];
  for (const post of ['guide', 'adviser'])
    added.push(await manager.call(appointChiefLiaison, { agentId: house.agent(SHOUGUANG, post).id }));
  await stage.refused('F03 第6名首席联络员', '寿光市首席联络员已有5名,规定为3至5名,不能再增加。', () =>
    manager.call(appointChiefLiaison, { agentId: house.agent(SHOUGUANG, 'inspector').id }),
  );
  for (const { id } of added) await manager.call(endChiefLiaison, { id, reason: '演示结束' });
  const { items } = await manager.call(listChiefLiaisons, { regionId: SHOUGUANG });
  await stage.refused('F03 停用第3名', '停用后将只剩2名,请先确定接替人员。', () =>
    manager.call(endChiefLiaison, { id: items[0]?.id ?? '', reason: '岗位调整' }),
  );
}

async function secondChiefContact(stage: Stage, house: House): Promise<void> {
  const manager = await house.person(SHOUGUANG, 'manager');
  const institutionId = house.office(SHOUGUANG).institution.id;
  await stage.refused(
    'F04 同一事项第二名首席联系人',
    '寿光市“建筑工程施工许可证核发”已有首席帮代办联系人,每个事项只确定1名;如需调整,请办理变更。',
    () =>
      manager.call(appointChiefContact, {
        institutionId,
        itemCode: 'C04',
        agentId: house.agent(SHOUGUANG, 'helper').id,
      }),
  );
}

/** On a small case of 寿光 at the city: an intermediary's item cannot be done for the unit, fire acceptance not be promised, a courier needs a number. */
async function intermediaryAndFire(stage: Stage, house: House): Promise<void> {
  const entrant = await enrol(stage, house, sampleOf('SP024'));
  await putOnList(stage, house, entrant);
  const { id: projectId } = await enter(entrant);
  const { id: caseId } = await apply(house, '370700', entrant, projectId);
  await sign(house, '370700', entrant, caseId);
  const guide = await house.person('370700', 'guide');
  const reason = '项目单位请求';
  await stage.refused('F02 中介事项设为代办', '“岩土工程勘察”属于中介服务事项,只能协助办理,不能代办。', () =>
    guide.call(setItemMode, { caseId, itemCode: 'Z12', mode: '代办', reason }),
  );
  await stage.refused(
    'F10 消防验收选告知承诺',
    '特殊建设工程消防验收直接涉及公共安全,不适用告知承诺,未经验收合格禁止投入使用。',
    () => guide.call(setItemMode, { caseId, itemCode: 'D02', mode: '代办', notifyAndCommit: true, reason }),
  );
  const toInstitutionId = house.office(SHOUGUANG).institution.id;
  await stage.refused('F06 快递转交无单号', '以快递方式转交申请材料的,请填写快递单号。', () =>
    guide.call(proposeTransfer, { caseId, toInstitutionId, itemCodes: ['A01'], method: 'courier' }),
  );
  await playPingPong(stage, house, caseId);
}
