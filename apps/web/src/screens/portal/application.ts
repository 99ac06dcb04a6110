/** The key of the unit's one unfinished application among its drafts. */
export const APPLICATION = 'application';

export interface Application {
  step: number;
  projectId: string | null;
  projectName: string;
  institutionId: string | null;
  scope: 'all' | 'some';
  items: string[];
}

export const EMPTY: Application = {
  step: 0,
  projectId: null,
  projectName: '',
  institutionId: null,
  scope: 'all',
  items: [],
};

const STEPS = [0, 1, 2, 3];

/** What a draft holds, whatever version of this page kept it. */
export function applicationOf(value: Record<string, unknown>): Application {
  const { step, projectId, projectName, institutionId, scope, items } = value;
  const text = (one: unknown) => (typeof one === 'string' ? one : null);
  const read = {
    projectId: text(projectId),
    projectName: text(projectName) ?? '',
    institutionId: text(institutionId),
    scope: scope === 'some' ? ('some' as const) : ('all' as const),
    items: Array.isArray(items) ? items.filter((one) => typeof one === 'string') : [],
  };
  return { ...read, step: STEPS.find((one) => one === step && one <= furthest(read)) ?? 0 };
}

/** The last step that may be opened: each needs what the one before it asked. */
export function furthest({ projectId, institutionId, scope, items }: Omit<Application, 'step'>): number {
  if (projectId === null) return 0;
  if (institutionId === null) return 1;
  return scope === 'some' && items.length === 0 ? 2 : 3;
}
