import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

const STEPS: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
const TYPING = 'input, textarea, select, [contenteditable], [role=combobox], [role=dialog] *, [role=menu] *';

/** j and k, or the arrow keys, walk the links of class `row-link` inside; Enter opens the one that has the focus. */
export function RowKeys({ children }: { children: ReactNode }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = STEPS[event.key];
      const at = event.target instanceof Element ? event.target : null;
      if (!step || event.ctrlKey || event.metaKey || event.altKey || at?.closest(TYPING)) return;
      const links = [...(place.current?.querySelectorAll<HTMLElement>('a.row-link') ?? [])];
      const here = links.findIndex((link) => link === at);
      const next = links[here < 0 ? 0 : Math.min(links.length - 1, Math.max(0, here + step))];
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return <div ref={place}>{children}</div>;
}
