import { withVersions } from './document-versions.js';
import type { CaseDocument } from './document-versions.js';

const aDocument = (over: Partial<CaseDocument>): CaseDocument => ({
  id: 'd',
  caseId: 'c',
  fileId: 'f',
  sha256: 'a'.repeat(64),
  name: '营业执照.pdf',
  size: 1,
  type: 'application/pdf',
  kind: 'material',
  itemCode: null,
  registeredBy: '甲',
  registeredAt: '2026-11-23T09:00:00Z',
  ...over,
});

describe('the files of a case', () => {
  it('count versions of one name, kind and item, the newest first', () => {
    const found = withVersions([
      aDocument({ id: '1' }),
      aDocument({ id: '3', registeredAt: '2026-11-25T09:00:00Z' }),
      aDocument({ id: '2', registeredAt: '2026-11-24T09:00:00Z', itemCode: 'A10' }),
    ]);
    expect(found.map(({ id, version, versions }) => [id, version, versions])).toEqual([
      ['3', 2, 2],
      ['2', 1, 1],
      ['1', 1, 2],
    ]);
  });
});
