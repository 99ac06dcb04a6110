import type { Output, RawInput } from '#libs/contracts/define.js';
import {
  appointAgent,
  appointChiefContact,
  appointChiefLiaison,
  establishInstitution,
  listAgents,
  listChiefContacts,
  listChiefLiaisons,
  listInstitutions,
  publishResponsibilityList,
} from '#libs/contracts/agents.js';
import type { Client } from '#libs/client/client.js';
import { readReference } from '#libs/reference/reference.js';
import { inParallel } from './stage.js';
import type { Stage } from './stage.js';

type Institution = Output<typeof listInstitutions>['items'][number];
type Agent = Output<typeof listAgents>['items'][number];
type Class = RawInput<typeof appointAgent>['classes'][number];

export interface Office {
  institution: Institution;
  /** By post: manager, guide, helper, helper2, adviser, inspector. */
  people: Record<string, Agent>;
}

interface Post {
  post: string;
  class: Class;
  title: string;
}

const POSTS: Post[] = [
  { post: 'manager', class: 'manager', title: '总体工作管理员' },
  { post: 'guide', class: 'guide', title: '审批流程指导员' },
  { post: 'helper', class: 'helper', title: '帮代办服务员' },
  { post: 'helper2', class: 'helper', title: '帮代办服务员' },
  { post: 'adviser', class: 'policy_adviser', title: '审批政策宣讲员' },
  { post: 'inspector', class: 'inspector', title: '工作督导员' },
];
const TRADES = ['工业', '仓储', '居住', '商业', '市政', '教育', '医疗', '城镇老旧小区改造', '城市更新'];
const STAGES = ['立项用地规划许可', '工程建设许可', '施工许可', '竣工验收'] as const;
const LIAISONS = ['manager', 'helper', 'helper2'];
/** Items whose chief contact is named at the city and in every county. */
const CITY_CONTACTS = 'A07 A08 A10 A11 A12 A13 B01 B02 B07 C04 D01 D09 P02 P03 P08 P09 P10'.split(' ');
const COUNTY_CONTACTS = ['A01', 'A10', 'B02', 'C04'];
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const GIVEN = ['志远', '晓梅', '建军', '海燕', '永强', '丽华', '文博', '春雨', '国栋', '雪晴'];
const CITY = '370700';

/** Invented names, the same at every run. */
const nameOf = (place: number, post: number): string =>
  `${SURNAMES[(place * 7 + post * 3) % SURNAMES.length] ?? '王'}${GIVEN[(place + post * 4) % GIVEN.length] ?? '明'}`;

const PREFIXES: Record<string, string> = {
  '370700': 'wf',
  '370702': 'wc',
  '370703': 'ht',
  '370704': 'fz',
  '370705': 'kw',
  '370724': 'lq',
  '370725': 'cl',
  '370781': 'qz',
  '370782': 'zc',
  '370783': 'sg',
  '370784': 'aq',
  '370785': 'gm',
  '370786': 'cy',
  'ZONE-GX': 'gx',
  'ZONE-BH': 'bh',
  'ZONE-XS': 'xs',
  'ZONE-JJ': 'jj',
  'ZONE-BS': 'bs',
};

/** The people and institutions of the city, its counties and zones and two towns; what exists is left as it is. */
export class House {
  private readonly offices = new Map<string, Office>();

  private constructor(
    private readonly stage: Stage,
    private readonly admin: Client,
  ) {}

  /** Everywhere, or in the city and the counties and zones of these ids alone. */
  static async furnish(stage: Stage, only?: readonly string[]): Promise<House> {
    const house = new House(stage, await stage.as('admin'));
    const { regions, towns } = readReference('data');
    const inCounty = ({ level }: { level: string }) => level === 'county' || level === 'zone';
    // By their place among all: whoever furnishes a part finds the same people as whoever furnishes everything.
    const places = [...regions.filter(inCounty).entries()].filter(([, { id }]) => only?.includes(id) ?? true);
    const city = await house.institution({ id: CITY, name: '潍坊市', level: 'city' }, null);
    await house.staff(city, 0);
    await inParallel(places, 4, async ([index, { id, nameZh }]) => {
      const county = await house.institution({ id, name: nameZh, level: 'county' }, city.id);
      await house.staff(county, index + 1);
    });
    if (only) return house;
    for (const town of towns.filter(({ nameZh }) => nameZh === '文家街道' || nameZh === '舜王街道')) {
      const county = house.office(town.countyId ?? '').institution;
      await house.institution({ id: town.townCode, name: town.nameZh, level: 'town' }, county.id);
    }
    return house;
  }

  /** The office of a county, a zone, or the city. */
  office(regionId: string): Office {
    const office = this.offices.get(regionId);
    if (!office) throw new Error(`${regionId} 没有帮代办机构`);
    return office;
  }

  regionOf(institutionId: string): string {
    const office = [...this.offices.values()].find(({ institution }) => institution.id === institutionId);
    if (!office) throw new Error(`没有机构 ${institutionId}`);
    return office.institution.regionId;
  }

  city(): Office {
    return this.office(CITY);
  }

  count(): { institutions: number; agents: number } {
    const agents = [...this.offices.values()].reduce((sum, { people }) => sum + Object.keys(people).length, 0);
    return { institutions: this.offices.size, agents };
  }

  /** The person of an office, signed in. */
  async person(regionId: string, post: string): Promise<Client> {
    const agent = this.agent(regionId, post);
    return await this.stage.account(`${PREFIXES[regionId] ?? regionId}-${post}`, { kind: 'agent', agentId: agent.id });
  }

  agent(regionId: string, post: string): Agent {
    const agent = this.office(regionId).people[post];
    if (!agent) throw new Error(`${regionId} 没有 ${post}`);
    return agent;
  }

  private async institution(
    place: { id: string; name: string; level: 'city' | 'county' | 'town' },
    parentId: string | null,
  ): Promise<Institution> {
    const { items } = await this.admin.call(listInstitutions, { regionId: place.id, active: 'true' });
    const found = items.find(({ regionId }) => regionId === place.id);
    if (found) return found;
    return await this.admin.call(establishInstitution, {
      name: `${place.name}重大重点项目帮代办中心`,
      level: place.level,
      regionId: place.id,
      parentId,
      servicePoint: place.level === 'town' ? `${place.name}便民服务中心` : `${place.name}政务服务中心`,
      hotline: '0536-1234567',
    });
  }

  private async staff(institution: Institution, place: number): Promise<void> {
    const { items } = await this.admin.call(listAgents, {
      institutionId: institution.id,
      pageSize: 200,
      active: 'true',
    });
    const people: Record<string, Agent> = {};
    for (const [index, post] of POSTS.entries()) {
      const orderNumber = `帮代办〔2026〕${place * 10 + index + 1}号`;
      people[post.post] =
        items.find((agent) => agent.orderNumber === orderNumber) ??
        (await this.appoint(institution, place, { ...post, index, orderNumber }));
    }
    this.offices.set(institution.regionId, { institution, people });
    await this.liaisons(institution, people);
    await this.contacts(institution, people);
  }

  private async appoint(
    institution: Institution,
    place: number,
    post: Post & { index: number; orderNumber: string },
  ): Promise<Agent> {
    const serial = String(place * 10 + post.index).padStart(3, '0');
    const agent = await this.admin.call(appointAgent, {
      institutionId: institution.id,
      name: nameOf(place, post.index),
      classes: [post.class],
      source: 'established_post',
      specialties: post.class === 'guide' ? TRADES : [],
      helperStages: post.class === 'helper' ? [...STAGES] : [],
      policyDomains: post.class === 'policy_adviser' ? ['建厂生产', '盖楼销售', '小区改造'] : [],
      orderNumber: post.orderNumber,
      workPhone: `0536-8091${serial}`,
      mobile: `19900010${serial}`,
      capacity: 100,
      baseCoursePassedOn: '2026-01-09',
    });
    const duties = [`${post.title}:按《实施方案》承担${institution.regionName}重大重点项目帮代办工作`];
    await this.admin.call(publishResponsibilityList, {
      agentId: agent.id,
      duties,
      itemCodes: post.class === 'helper' ? ['A01', 'B02', 'C04'] : [],
    });
    return agent;
  }

  private async liaisons({ regionId, level }: Institution, people: Record<string, Agent>): Promise<void> {
    const { items } = await this.admin.call(listChiefLiaisons, { regionId });
    const wanted = level === 'city' ? LIAISONS.slice(0, 1) : LIAISONS;
    for (const post of wanted) {
      const agentId = people[post]?.id ?? '';
      if (!items.some((liaison) => liaison.agentId === agentId))
        await this.admin.call(appointChiefLiaison, { agentId });
    }
  }

  private async contacts({ id, level }: Institution, people: Record<string, Agent>): Promise<void> {
    const { items } = await this.admin.call(listChiefContacts, { institutionId: id });
    for (const itemCode of level === 'city' ? CITY_CONTACTS : COUNTY_CONTACTS) {
      if (items.some((contact) => contact.itemCode === itemCode)) continue;
      await this.admin.call(appointChiefContact, {
        institutionId: id,
        itemCode,
        agentId: people['helper2']?.id ?? '',
        substituteId: people['helper']?.id ?? null,
      });
    }
  }
}
