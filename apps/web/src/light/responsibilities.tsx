import type { ReactNode } from 'react';

export function Responsibilities(): ReactNode {
  return null;
}
