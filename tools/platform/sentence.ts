/** A fault that its reader can mend: shown as these two sentences, without a stack. */
export class Sentence extends Error {
  constructor(zh: string, en: string) {
    super(`${zh}\n${en}`);
  }
}

export const noRoom = (folder: string): Sentence =>
  new Sentence(
    `磁盘空间不足:${folder} 至少需要 2 GB,请先清理。`,
    `The disk is full: ${folder} needs 2 GB, free some first.`,
  );

/** What to print for an error: a sentence where there is one, the whole error where it is a fault of ours. */
export function describe(error: unknown): string {
  if (error instanceof Sentence) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
    return noRoom(String('path' in error ? error.path : '')).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
