import type { Output, Query } from '#libs/contracts/define.js';
import { fail, isErrorCode } from '#libs/contracts/errors.js';
import type { Outcome } from '#libs/messaging/bus.js';

/** What the owner answered to a query; its refusal and a missing answer are thrown as what they are. */
export function outputOf<Q extends Query>(contract: Q, outcome: Outcome): Output<Q> {
  switch (outcome.state) {
    case 'unsent':
      throw fail('service_unavailable');
    case 'pending':
      throw fail('deadline_exceeded');
    case 'answered': {
      const { answer } = outcome;
      if (answer.status === 'done') return contract.output.parse(answer.output) as Output<Q>;
      throw fail(isErrorCode(answer.code) ? answer.code : 'internal', answer.params);
    }
  }
}
