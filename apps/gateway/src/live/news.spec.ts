import { newsOf } from './news.js';

describe('the news in a fact', () => {
  it('is what has changed, of which case or project, and whom it names at any depth', () => {
    const data = { caseId: 'c', invited: [{ departmentCode: 'SG-ZRJ' }], project: { regionIds: ['370783'] } };
    const news = newsOf({ type: 'case.reviewConvened', subject: 'c', data, actor: { accountId: 'secret' } });
    expect(news).toMatchObject({ stream: 'case', id: 'c', type: 'case.reviewConvened', about: 'c' });
    expect([...(news?.named ?? [])]).toEqual(['c', 'SG-ZRJ', '370783']);
    expect(newsOf({ type: 'project.changed', subject: 'p', data: { projectId: 'p' } })?.about).toBe('p');
    expect(newsOf({ type: 'unit.registered', subject: 'u', data: { unitId: 'u' } })?.about).toBeUndefined();
  });

  it.each([null, undefined, 'text', { type: 'x' }, { type: 'a.b', subject: 'c', data: null }])(
    'is none in %j',
    (record) => expect(newsOf(record)).toBeNull(),
  );
});
