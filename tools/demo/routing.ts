import {
  answerCoordination,
  contactDirectly,
  coordinate,
  getRouting,
  proposeTransfer,
  receiveTransfer,
} from '#libs/contracts/agents.js';
import type { Output } from '#libs/contracts/define.js';
import type { House } from './house.js';
import type { Stage } from './stage.js';

export type Routing = Output<typeof getRouting>;

interface Route {
  stage: Stage;
  house: House;
  firstRegion: string;
  caseId: string;
  documentId: string;
}

/** Carries out what the routing of a case says: transfers and receives, contacts, coordinates. Returns the region that holds it. */
export async function carryOut({ stage, house, firstRegion, caseId, documentId }: Route): Promise<string> {
  const guide = await house.person(firstRegion, 'guide');
  const routing = await guide.call(getRouting, { caseId });
  await stage.tell(`路由:${routing.summary}`);
  let holder = firstRegion;
  for (const action of routing.actions) {
    if (action.kind === 'transfer_down' || action.kind === 'transfer_up') {
      const transfer = await guide.call(proposeTransfer, {
        caseId,
        toInstitutionId: action.institutionId ?? '',
        itemCodes: action.itemCodes,
        materials: [{ documentId, name: '申报材料.pdf', form: 'copy' }],
        method: 'courier',
        trackingNumber: `SF${Date.now()}`,
      });
      holder = house.regionOf(transfer.toInstitutionId);
      const helper = await house.person(holder, 'helper');
      await helper.call(receiveTransfer, { caseId, transferId: transfer.id, receipt: '材料齐全,复印件1份' });
      await stage.tell(
        `转交:联系${transfer.liaisonName}(首席联络员),快递转交${transfer.itemCodes.length}个事项至${transfer.toInstitutionName},已签收`,
      );
    }
    if (action.kind === 'contact_directly') {
      for (const itemCode of action.itemCodes) {
        const contact = await guide.call(contactDirectly, { caseId, itemCode });
        await stage.tell(
          `直联:${itemNameOf(routing, itemCode)}的首席联系人${contact.agentName}(${contact.workPhone})已接到联系,项目不转交`,
        );
      }
    }
    if (action.kind === 'coordinate_province') {
      for (const itemCode of action.itemCodes) {
        const ticket = await guide.call(coordinate, { caseId, itemCode, text: '商请按业务对口原则协调办理' });
        await guide.call(answerCoordination, { caseId, coordinationId: ticket.id, text: '上级单位已受理,按程序办理' });
        await stage.tell(
          `省级协调:${itemNameOf(routing, itemCode)},${ticket.fromDepartmentName}→${ticket.toDepartmentName}`,
        );
      }
    }
  }
  return holder;
}

const itemNameOf = ({ items }: Routing, itemCode: string): string =>
  `“${items.find(({ code }) => code === itemCode)?.name ?? itemCode}”`;
