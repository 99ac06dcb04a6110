import { filtersOf, keptOf, queryOf, questionOf, sameView, searchOf } from './listing-search.js';

const filters = [
  { key: 'q', label: '' },
  { key: 'state', label: '', many: true, options: [] },
  { key: 'mine', label: '', kind: 'flag' as const },
];

describe('the address of a list', () => {
  it('asks for everything but the tab it stands in, also for what it does not know', () => {
    expect(questionOf({ q: '种业', page: 2, tab: 'ledger', odd: 'x', state: undefined })).toEqual({
      q: '种业',
      page: 2,
      odd: 'x',
    });
  });

  it('is a view without the place in it', () => {
    expect(filtersOf({ q: '种业', page: 2, pageSize: 200 })).toEqual({ q: '种业' });
  });

  it('comes back from a saved view as it was', () => {
    const search = { q: '2026', state: ['active', 'closing'], mine: true, sort: 'due' };
    expect(searchOf(keptOf(search), filters)).toEqual(search);
  });

  it('knows the view it shows, in whatever order', () => {
    expect(sameView({ q: 'a', sort: 'due' }, { sort: 'due', q: 'a' })).toBe(true);
    expect(sameView({ q: 'a' }, { q: 'a', sort: 'due' })).toBe(false);
  });

  it('exports every page of what is filtered', () => {
    expect(queryOf({ state: ['active', 'closing'], mine: true, page: 3 })).toBe('state=active&state=closing&mine=true');
  });
});
