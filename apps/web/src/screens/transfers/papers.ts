interface Paper {
  documentId: string;
  name: string;
  form: 'original' | 'copy';
}

/** The chosen documents as papers that go along; those named as originals go as such. */
export const papersOf = (
  documents: readonly { id: string; name: string }[],
  chosen: readonly string[],
  originals: readonly string[],
): Paper[] =>
  documents
    .filter(({ id }) => chosen.includes(id))
    .map(({ id, name }) => ({ documentId: id, name, form: originals.includes(id) ? 'original' : 'copy' }));
