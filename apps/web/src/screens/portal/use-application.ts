import { useEffect, useRef, useState } from 'react';
import { client } from '../../api/client.js';
import { discardDraft, getDraft, listDrafts, saveDraft } from '../../api/operations.js';
import { APPLICATION, EMPTY, applicationOf } from './application.js';
import type { Application } from './application.js';

async function kept() {
  const { items } = await client.call(listDrafts, {});
  return items.some(({ key }) => key === APPLICATION) ? await client.call(getDraft, { key: APPLICATION }) : null;
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
