import type { ReactNode } from 'react';
import { stageNames } from '../texts/stages.js';

/** The seal's road at large: four stages, and the finished building at its end. */
export function Road(): ReactNode {
  const places = [
    { x: 20, y: 168, label: stageNames.立项用地规划许可 },
    { x: 170, y: 92, label: stageNames.工程建设许可 },
    { x: 300, y: 132, label: stageNames.施工许可 },
    { x: 450, y: 40, label: stageNames.竣工验收 },
  ];
  return (
    <svg className="door-road" viewBox="0 0 520 210" aria-hidden="true">
      <polyline
        points={places.map(({ x, y }) => `${x},${y}`).join(' ')}
        fill="none"
        stroke="#8fb5ab"
        strokeWidth="5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      {places.map(({ x, y, label }, index) => (
        <g key={label}>
          <circle cx={x} cy={y} r={index === 3 ? 13 : 8} fill={index === 3 ? '#d8574a' : '#f5f3ec'} />
          <text
            x={x}
            y={y + 36}
            fill="#dfe9e6"
            fontSize="17"
            textAnchor={index === 0 ? 'start' : 'middle'}
            dx={index === 0 ? -8 : 0}
          >
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
}
