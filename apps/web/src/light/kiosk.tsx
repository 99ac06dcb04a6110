import type { ReactNode } from 'react';

export function Kiosk(): ReactNode {
  return null;
}
