import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Pixels of an A4 sheet held across, without its margins. */
const SHEET = 1040;

/** The width of an element; while the page is printed, that of the sheet. */
export function useRoom(): [ref: (element: HTMLElement | null) => void, width: number] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(0);
  const [printed, setPrinted] = useState(false);
  useEffect(() => {
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  useEffect(() => {
    const turn = (now: boolean) => () => flushSync(() => setPrinted(now));
    const [begin, end] = [turn(true), turn(false)];
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return [useCallback((found: HTMLElement | null) => setElement(found), []), printed ? SHEET : width];
}
