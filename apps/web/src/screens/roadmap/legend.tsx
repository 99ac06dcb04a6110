import type { ReactNode } from 'react';
import { roadmapTexts as t } from '../../texts/roadmap.js';

const MARKS: [label: () => string, mark: ReactNode][] = [
  [() => t.planned, <rect key="planned" className="rm-planned" x={2} y={2} width={26} height={12} rx={3} />],
  [() => t.critical, <rect key="critical" className="rm-planned critical" x={2} y={2} width={26} height={12} rx={3} />],
  [() => t.actual, <rect key="actual" className="rm-actual" x={2} y={4} width={26} height={8} rx={2} />],
  [() => t.forecast, <rect key="forecast" className="rm-forecast" x={2} y={4} width={26} height={8} rx={2} />],
  [() => t.late, <rect key="late" className="rm-late" x={2} y={4} width={26} height={8} rx={2} />],
  [() => t.original, <path key="original" className="rm-original" d="M2,12v-4h26v4" />],
  [() => t.suspended, <rect key="suspended" className="rm-suspended" x={2} y={1} width={26} height={14} />],
  [() => t.preApproval, <rect key="pre" className="rm-pre issued" x={2} y={6} width={26} height={4} />],
  [() => t.milestone, <path key="flag" className="rm-flag reached" d="M9,15V1h11l-3.5,4l3.5,4h-11" />],
  [() => t.together, <path key="together" className="rm-bracket" d="M12,2v12M12,2h5M12,14h5" />],
];

export function Legend(): ReactNode {
  return (
    <>
      <Hatches />
      <ul className="rm-legend" aria-label={t.legend}>
        {MARKS.map(([label, mark], index) => (
          <li key={index}>
            <svg width={30} height={16} aria-hidden="true">
              {mark}
            </svg>
            {label()}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Patterns that all bars on the page are filled with. */
function Hatches(): ReactNode {
  return (
    <svg width={0} height={0} className="rm-hatches" aria-hidden="true">
      <pattern id="rm-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" className="rm-hatch-ground" />
        <rect width="2" height="5" className="rm-hatch-line" />
      </pattern>
      <pattern id="rm-hatch-late" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <rect width="5" height="5" className="rm-hatch-late-ground" />
        <rect width="2.5" height="5" className="rm-hatch-late-line" />
      </pattern>
      <pattern id="rm-dots" width="4" height="4" patternUnits="userSpaceOnUse">
        <circle cx="1.2" cy="1.2" r="1" className="rm-dot" />
      </pattern>
    </svg>
  );
}
