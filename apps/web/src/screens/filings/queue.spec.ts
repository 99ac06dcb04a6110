import { neighbours, queueOf } from './queue.js';

describe('the queue of filings', () => {
  it('asks for what is open, the most urgent first, when nothing was chosen', () => {
    expect(queueOf({})).toMatchObject({ sort: 'dueOn', state: expect.arrayContaining(['submitted', 'in_review']) });
  });

  it('takes cut and filters from the URL and sends no filter the server does not know', () => {
    expect(queueOf({ queue: 'verify', q: '种业', page: 2 })).toEqual({
      sort: 'dueOn',
      toBeVerified: 'true',
      q: '种业',
      page: 2,
    });
    expect(queueOf({ queue: 'nonsense' })).toEqual(queueOf({}));
  });

  it('knows what comes before and after, and begins anew from a filing that is not in it', () => {
    expect(neighbours(['a', 'b', 'c'], 'b')).toEqual({ before: 'a', after: 'c' });
    expect(neighbours(['a', 'b'], 'b').after).toBeUndefined();
    expect(neighbours(['a'], 'x').after).toBe('a');
  });
});
