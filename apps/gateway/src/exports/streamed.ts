import { Readable } from 'node:stream';

/**
 * Text as it comes, for a reply. The first piece is waited for, so that what is refused is refused before anything is sent;
 * an error after it closes the connection: the download fails and never passes for the whole.
 */
export async function streamed(pieces: AsyncGenerator<string>, failed: (error: unknown) => void): Promise<Readable> {
  const first = await pieces.next();
  return Readable.from(
    (async function* () {
      if (first.done) return;
      yield first.value;
      try {
        yield* pieces;
      } catch (error) {
        failed(error);
        throw error;
      }
    })(),
  );
}
