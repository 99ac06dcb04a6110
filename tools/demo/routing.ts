import {
  answerCoordination,
  contactDirectly,
  coordinate,
  getRouting,
  overrideRouting,
  proposeTransfer,
  receiveTransfer,
} from '#libs/contracts/agents.js';
import type { Client } from '#libs/client/client.js';
import type { Output } from '#libs/contracts/define.js';
import type { House } from './house.js';
import type { Stage } from './stage.js';

type Routing = Output<typeof getRouting>;
type Action = Routing['actions'][number];

interface Route {
  stage: Stage;
  house: House;
  firstRegion: string;
  caseId: string;
  documentId: string;
}

/** Carries out what the routing of a case says: transfers and receives, contacts, coordinates. Returns the region that holds it. */
export async function carryOut(route: Route): Promise<string> {
  const { stage, house, firstRegion } = route;
  const guide = await house.person(firstRegion, 'guide');
  const routing = await settled(route, guide);
  await stage.tell(`路由:${routing.summary.split('。')[0] ?? ''}`);
  let holder = firstRegion;
  for (const action of routing.actions) {
    if (action.kind === 'transfer_down' || action.kind === 'transfer_up') holder = await transfer(route, guide, action);
    if (action.kind === 'contact_directly') await contact(route, guide, { action, routing });
    if (action.kind === 'coordinate_province') await askProvince(route, guide, { action, routing });
  }
  return holder;
}

/** Where no level has more than half of the weight, the first institution decides, with its reason (R122). */
async function settled({ house, firstRegion, caseId }: Route, guide: Client): Promise<Routing> {
  const routing = await guide.call(getRouting, { caseId });
  if (!routing.actions.some(({ kind }) => kind === 'ask')) return routing;
  const mainLevel = house.office(firstRegion).institution.level === 'city' ? 'city' : 'county';
  return await guide.call(overrideRouting, { caseId, mainLevel, reason: '市县权重相当,项目在属地施工,由首接机构办理' });
}

async function transfer({ stage, house, caseId, documentId }: Route, guide: Client, action: Action): Promise<string> {
  const proposed = await guide.call(proposeTransfer, {
    caseId,
    toInstitutionId: action.institutionId ?? '',
    itemCodes: action.itemCodes,
    materials: [{ documentId, name: '申报材料.pdf', form: 'copy' }],
    method: 'courier',
    trackingNumber: `SF${Date.now()}`,
  });
  const holder = house.regionOf(proposed.toInstitutionId);
  const helper = await house.person(holder, 'helper');
  await helper.call(receiveTransfer, { caseId, transferId: proposed.id, receipt: '材料齐全,复印件1份' });
  const { liaisonName, itemCodes, toInstitutionName } = proposed;
  await stage.tell(
    `转交:联系${liaisonName}(首席联络员),快递转交${itemCodes.length}个事项至${toInstitutionName},已签收`,
  );
  return holder;
}

interface Told {
  action: Action;
  routing: Routing;
}

async function contact({ stage, caseId }: Route, guide: Client, { action, routing }: Told): Promise<void> {
  for (const itemCode of action.itemCodes) {
    const { agentName, workPhone } = await guide.call(contactDirectly, { caseId, itemCode });
    await stage.tell(`直联:${named(routing, itemCode)}→${agentName}(${workPhone}),项目不转交`);
  }
}

async function askProvince({ stage, caseId }: Route, guide: Client, { action, routing }: Told): Promise<void> {
  for (const itemCode of action.itemCodes) {
    const ticket = await guide.call(coordinate, { caseId, itemCode, text: '商请按业务对口原则协调办理' });
    await guide.call(answerCoordination, { caseId, coordinationId: ticket.id, text: '上级单位已受理,按程序办理' });
    await stage.tell(`省级协调:${named(routing, itemCode)},${ticket.fromDepartmentName}→${ticket.toDepartmentName}`);
  }
}

const named = ({ items }: Routing, itemCode: string): string =>
  `“${items.find(({ code }) => code === itemCode)?.name ?? itemCode}”`;
