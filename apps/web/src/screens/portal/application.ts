import { useEffect, useRef, useState } from 'react';
import { Refused } from '#libs/client/client.js';
import { client } from '../../api/client.js';
import { discardDraft, getDraft, saveDraft } from '../../api/operations.js';

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

async function kept() {
  try {
    return await client.call(getDraft, { key: APPLICATION });
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return null;
    throw error;
  }
}

const QUIET_MS = 600;

interface Kept {
  /** Null while it is being fetched. */
  application: Application | null;
  fault: unknown;
  savedAt: string | null;
  change: (part: Partial<Application>) => void;
  /** It was handed in, or is not wanted any more. */
  discard: () => void;
}

/** The unfinished application, kept with the gateway as it is filled in: a closed browser loses nothing. */
export function useApplication(): Kept {
  const [application, setApplication] = useState<Application | null>(null);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const later = useLater(QUIET_MS);

  useEffect(() => {
    kept().then((draft) => {
      setApplication(draft ? applicationOf(draft.value) : EMPTY);
      setSavedAt(draft?.savedAt ?? null);
    }, setFault);
  }, []);

  const change = (part: Partial<Application>) => {
    if (!application) return;
    const value = { ...application, ...part };
    setApplication(value);
    const draft = { key: APPLICATION, value: { ...value }, ...(value.projectName ? { title: value.projectName } : {}) };
    later.then(() => {
      client.call(saveDraft, draft).then((saved) => setSavedAt(saved.savedAt), setFault);
    });
  };
  const discard = () => {
    later.drop();
    setSavedAt(null);
    client.call(discardDraft, { key: APPLICATION }).catch(setFault);
  };
  return { application, fault, savedAt, change, discard };
}

/** Does the last of many things once they pause; whoever leaves within the pause has pressed no button either. */
function useLater(pause: number) {
  const due = useRef<{ timer: ReturnType<typeof setTimeout>; act: () => void } | null>(null);
  const drop = () => {
    if (due.current) clearTimeout(due.current.timer);
    due.current = null;
  };
  useEffect(
    () => () => {
      const act = due.current?.act;
      drop();
      act?.();
    },
    [],
  );
  const then = (what: () => void) => {
    drop();
    const act = () => {
      due.current = null;
      what();
    };
    due.current = { timer: setTimeout(act, pause), act };
  };
  return { then, drop };
}
