import { Fail, sentence } from '#libs/contracts/errors.js';

/** The Chinese sentence a caller reads; throws when it was not refused. */
export async function wording(refused: Promise<unknown>): Promise<string> {
  const error: unknown = await refused.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Fail)) throw new Error(`not refused: ${String(error)}`);
  return sentence(error.code, error.params, 'zh');
}

/** The refusals among the answers of several callers at the same moment. */
export const refusals = (answers: PromiseSettledResult<unknown>[]): Fail[] =>
  answers.filter((answer) => answer.status === 'rejected').map(({ reason }) => reason as Fail);
