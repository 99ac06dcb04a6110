import type { FormInstance } from 'antd';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { client } from '../api/client.js';
import { discardDraft, getDraft, listDrafts, saveDraft } from '../api/operations.js';

const QUIET_MS = 800;

export interface KeptDraft {
  /** When it was last kept, an instant; null before that. */
  savedAt: string | null;
  /** Tells that the form has changed. */
  changed: () => void;
  /** It was handed in: there is nothing to keep any more. */
  discard: () => void;
}

async function kept(key: string) {
  const { items } = await client.call(listDrafts, {});
  return items.some((draft) => draft.key === key) ? await client.call(getDraft, { key }) : null;
}

/** What was kept under the key comes back into the form, unless its writer was faster. */
function useKept(key: string | null, form: FormInstance, onFound: (savedAt: string) => void): void {
  const found = useEffectEvent(onFound);
  useEffect(() => {
    let here = true;
    if (key !== null)
      void kept(key).then((draft) => {
        if (!here || !draft || form.isFieldsTouched()) return;
        form.setFieldsValue(draft.value);
        found(draft.savedAt);
      });
    return () => {
      here = false;
    };
  }, [key, form]);
}

/**
 * Keeps what is being written in a form with the gateway, so that neither a closed browser nor an unpressed button loses
 * it; what was kept comes back when the form opens again. `null` keeps nothing.
 */
export function useDraft(key: string | null, form: FormInstance): KeptDraft {
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const due = useRef<ReturnType<typeof setTimeout>>(undefined);
  useKept(key, form, setSavedAt);
  const save = useCallback(async () => {
    due.current = undefined;
    if (key === null) return;
    const value = form.getFieldsValue(true) as Record<string, unknown>;
    setSavedAt((await client.call(saveDraft, { key, value })).savedAt);
  }, [key, form]);
  // Whoever leaves within the pause has pressed no button either.
  useEffect(
    () => () => {
      if (due.current === undefined) return;
      clearTimeout(due.current);
      void save();
    },
    [save],
  );
  const later = () => {
    clearTimeout(due.current);
    due.current = setTimeout(() => void save(), QUIET_MS);
  };
  const discard = () => {
    clearTimeout(due.current);
    due.current = undefined;
    setSavedAt(null);
    if (key !== null) void client.call(discardDraft, { key });
  };
  return { savedAt, changed: key === null ? () => undefined : later, discard };
}
