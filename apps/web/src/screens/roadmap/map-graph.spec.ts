import { arrangedOf, stepTo } from './map-graph.js';

const arranged = arrangedOf({
  id: 'roadmap',
  width: 400,
  height: 200,
  children: [
    { id: 'A', x: 0, y: 0 },
    { id: 'B', x: 200, y: 0 },
    { id: 'C', x: 200, y: 100 },
  ],
  edges: [
    {
      id: 'A-B',
      sources: ['A'],
      targets: ['B'],
      sections: [{ id: '1', startPoint: { x: 1, y: 2 }, bendPoints: [{ x: 3, y: 2 }], endPoint: { x: 3, y: 4 } }],
    },
  ],
});
const link = (from: string, to: string) => ({ id: `${from}-${to}`, from, to, critical: false, alternative: false });
const edges = [link('A', 'B'), link('A', 'C')];

describe('the dependency map', () => {
  it('draws an edge through its bends', () => expect(arranged.paths.get('A-B')).toBe('M1,2L3,2L3,4'));

  it('is walked along the links to the sides, and up and down to the nearest', () => {
    const step = (code: string, key: Parameters<typeof stepTo>[1]) => stepTo(code, key, edges, arranged.places);
    expect(step('A', 'ArrowRight')).toBe('B');
    expect(step('C', 'ArrowLeft')).toBe('A');
    expect(step('B', 'ArrowDown')).toBe('C');
    expect(step('A', 'ArrowUp')).toBeNull();
    expect(step('unknown', 'ArrowUp')).toBeNull();
  });
});
