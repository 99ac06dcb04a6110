import type { ITEM_STAGES } from '#libs/contracts/approvals/catalogue.js';
import { texts } from './texts.js';
import type { Pair } from './texts.js';

type Stage = (typeof ITEM_STAGES)[number];

/** The stages of a project's approvals as citizens hear of them. */
export const stageNames = texts({
  立项用地规划许可: ['立项和用地', 'Project and land'],
  工程建设许可: ['规划许可', 'Planning permit'],
  施工许可: ['施工许可', 'Building permit'],
  竣工验收: ['竣工验收', 'Completion'],
  并行推进: ['同步办理', 'In parallel'],
} satisfies Record<Stage, Pair>);

/** What happens in each of them, in one plain sentence. */
export const stageMeanings = texts({
  立项用地规划许可: [
    '确定项目可以建、建在哪块地上:备案或核准,取得土地和用地规划许可。',
    'Whether and where the project may be built: registration, the land and its planning permit.',
  ],
  工程建设许可: [
    '确定建成什么样:设计方案联合审查,核发建设工程规划许可证。',
    'What it will look like: the design is reviewed and the planning permit for the works is issued.',
  ],
  施工许可: [
    '确定可以开工:施工图审查、招标投标,核发建筑工程施工许可证。',
    'When building may begin: drawings are reviewed, contractors chosen, the building permit issued.',
  ],
  竣工验收: [
    '确定可以使用:各部门联合验收、备案,办理房屋登记。',
    'When it may be used: joint acceptance by the departments, filing and registration of the building.',
  ],
  并行推进: [
    '与以上阶段同时进行:环评、水土保持、水电气暖报装等。',
    'Alongside the other stages: environment, water and soil, utilities and the like.',
  ],
} satisfies Record<Stage, Pair>);

const words = (table: Readonly<Record<string, string>>, stage: string): string | undefined => table[stage];
/** The words of a stage; one that is not known yet is called by its own name. */
export const stageName = (stage: string): string => words(stageNames, stage) ?? stage;
export const stageMeaning = (stage: string): string => words(stageMeanings, stage) ?? '';
