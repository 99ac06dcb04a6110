import { papersOf } from './papers.js';

describe('papers of a transfer', () => {
  const documents = [
    { id: 'a', name: '备案证明' },
    { id: 'b', name: '出让合同' },
    { id: 'c', name: '营业执照' },
  ];

  it('are the chosen documents only, as copies unless named as originals', () => {
    expect(papersOf(documents, ['b', 'a'], ['b', 'c'])).toEqual([
      { documentId: 'a', name: '备案证明', form: 'copy' },
      { documentId: 'b', name: '出让合同', form: 'original' },
    ]);
  });

  it('are none when none was chosen', () => {
    expect(papersOf(documents, [], ['a'])).toEqual([]);
  });
});
