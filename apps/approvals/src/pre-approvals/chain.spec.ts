import fc from 'fast-check';
import { readReference } from '#libs/reference/reference.js';
import {
  cascade,
  chainLinks,
  conversionOrder,
  DEFAULT_VALIDITY_DAYS,
  extended,
  isOver,
  preDocumentRefusal,
  validityFrom,
  type ChainMember,
  type Link,
} from './chain.js';
import { PRE_APPROVAL_STATES } from './pre-approval.machine.js';

const links = chainLinks(readReference('data').materials);

describe('the chain of pre-approvals (R56)', () => {
  it('has the links that the materials allow and no other', () => {
    expect(links).toEqual([
      { from: 'A10', to: 'B02', material: 'B02-M02' },
      { from: 'B02', to: 'C04', material: 'C04-M03' },
      { from: 'B03', to: 'C04', material: 'C04-M07' },
    ]);
  });

  it('takes a pre-approval document for the next pre-approval and not for the formal one (F08)', () => {
    expect(preDocumentRefusal(links, { from: 'A10', to: 'B02', use: 'pre_approval' })).toBeNull();
    expect(preDocumentRefusal(links, { from: 'B02', to: 'C04', use: 'pre_approval' })).toBeNull();
    expect(preDocumentRefusal(links, { from: 'A10', to: 'B02', use: 'formal' })).toBe('only_pre_approved');
    expect(preDocumentRefusal(links, { from: 'B02', to: 'C04', use: 'formal' })).toBe('only_pre_approved');
  });

  it('takes it for nothing that is not the next link', () => {
    expect(preDocumentRefusal(links, { from: 'A10', to: 'C04', use: 'pre_approval' })).toBe('not_in_chain');
    expect(preDocumentRefusal(links, { from: 'C01', to: 'C04', use: 'pre_approval' })).toBe('not_in_chain');
  });

  it('is converted from upstream to downstream, B03 any time before C04 (R57)', () => {
    expect(conversionOrder(['C04', 'B03', 'B02', 'A10'], links)).toEqual(['B03', 'A10', 'B02', 'C04']);
    expect(conversionOrder(['C04', 'B02'], links)).toEqual(['B02', 'C04']);
    expect(conversionOrder([], links)).toEqual([]);
  });

  it('must not run in a circle', () => {
    const circle: Link[] = [...links, { from: 'C04', to: 'A10', material: 'A10-M99' }];
    expect(() => conversionOrder(['A10', 'B02', 'C04'], circle)).toThrow('in a circle: A10, B02, C04');
  });
});

describe('the validity of a pre-approval document (R58)', () => {
  const validity = validityFrom('2026-03-02', DEFAULT_VALIDITY_DAYS);

  it('is a year unless configured otherwise, its last day included', () => {
    expect(validity).toEqual({ until: '2027-03-02', extended: false });
    expect(isOver(validity, '2027-03-02')).toBe(false);
    expect(isOver(validity, '2027-03-03')).toBe(true);
  });

  it('is extended once and never again', () => {
    const longer = extended(validity, 90);
    expect(longer).toEqual({ until: '2027-05-31', extended: true });
    if ('refused' in longer) throw new Error(longer.refused);
    expect(extended(longer, 90)).toEqual({ refused: 'already_extended' });
  });
});

describe('the fall of a document', () => {
  const member = (id: string, restsOn: string[], state: ChainMember['state'] = 'issued'): ChainMember => ({
    id,
    state,
    restsOn,
  });
  const chain = [member('A10', []), member('B03', []), member('B02', ['A10']), member('C04', ['B02', 'B03'])];

  it('voids everything that rests on it when the land is lost: A10 → B02 → C04 (R58)', () => {
    expect(cascade(chain, 'A10', 'void')).toEqual([
      { id: 'B02', because: 'A10', state: 'void' },
      { id: 'C04', because: 'B02', state: 'void' },
    ]);
  });

  it.each(['lapsed', 'revoked', 're_reviewed'] as const)('holds what rests on a %s one (R57)', (fall) => {
    expect(cascade(chain, 'A10', fall)).toEqual([
      { id: 'B02', because: 'A10', state: 'on_hold' },
      { id: 'C04', because: 'B02', state: 'on_hold' },
    ]);
  });

  it('reaches every works that rests on it', () => {
    const works = [
      member('A10', []),
      member('B02@W1', ['A10']),
      member('B02@W2', ['A10']),
      member('C04@W2', ['B02@W2']),
    ];
    expect(cascade(works, 'A10', 'void').map(({ id }) => id)).toEqual(['B02@W1', 'B02@W2', 'C04@W2']);
  });

  it('touches neither what is converted nor what is already over', () => {
    const mixed = [
      member('A10', []),
      member('B02', ['A10'], 'converted'),
      member('C04', ['B02']),
      member('X', ['A10'], 'lapsed'),
    ];
    expect(cascade(mixed, 'A10', 'void')).toEqual([]);
  });

  it('voids an application under way but does not hold it: it cannot be issued anyway', () => {
    const applied = [member('A10', []), member('B02', ['A10'], 'applied')];
    expect(cascade(applied, 'A10', 'void')).toEqual([{ id: 'B02', because: 'A10', state: 'void' }]);
    expect(cascade(applied, 'A10', 'lapsed')).toEqual([]);
  });

  it('leaves no issued document below a void one, however the chain branches', () => {
    const anyChain = fc
      .array(fc.tuple(fc.constantFrom(...PRE_APPROVAL_STATES), fc.array(fc.nat())), { minLength: 1, maxLength: 12 })
      .map((nodes) =>
        nodes.map(([state, above], index) =>
          member(String(index), index === 0 ? [] : [...new Set(above.map((each) => String(each % index)))], state),
        ),
      );
    fc.assert(
      fc.property(anyChain, fc.constantFrom('void', 'lapsed', 'revoked', 're_reviewed'), (members, fall) => {
        const consequences = cascade(members, '0', fall);
        const states = new Map(consequences.map(({ id, state }) => [id, state]));
        expect(states.size).toBe(consequences.length);
        const fallen = new Set(['0', ...states.keys()]);
        for (const { id, state, restsOn } of members) {
          if (restsOn.some((each) => fallen.has(each)) && id !== '0')
            expect(states.get(id) ?? state).not.toBe('issued');
        }
      }),
    );
  });
});
