import type { ReactNode } from 'react';

/** The product's seal: a road that rises through stages to a cinnabar mark. */
export function Seal({ size = 32 }: { size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true">
      <rect width="64" height="64" rx="12" fill="#f5f3ec" />
      <path
        d="M14 44 L27 24 L37 36 L49 19"
        fill="none"
        stroke="#17433f"
        strokeWidth="6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="50" cy="17" r="5.5" fill="#b3261e" />
    </svg>
  );
}
