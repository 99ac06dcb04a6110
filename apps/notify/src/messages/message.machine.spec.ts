import { MESSAGE_STATES } from '#libs/contracts/notify.js';
import { attemptState, canMove } from './message.machine.js';

describe('the states of a message', () => {
  it('end with its delivery: nothing leads away from it', () => {
    expect(MESSAGE_STATES.filter((to) => canMove('delivered', to))).toEqual([]);
  });

  it('reach delivery only by way of the SMS centre', () => {
    expect(canMove('queued', 'delivered')).toBe(false);
    expect(canMove('failed', 'delivered')).toBe(false);
  });

  it('let a receipt that is days late still settle an expired message', () => {
    expect(canMove('expired', 'delivered')).toBe(true);
  });
});

describe('the segments of an attempt', () => {
  it('deliver the message when all are delivered', () => {
    expect(attemptState(['delivered', 'delivered'])).toBe('delivered');
    expect(attemptState(['delivered', 'submitted'])).toBe('submitted');
  });

  it('fail it when one has failed, whatever the others do', () => {
    expect(attemptState(['delivered', 'failed', 'waiting'])).toBe('failed');
  });

  it('hold it up while one is not yet with the centre', () => {
    expect(attemptState(['delivered', 'waiting'])).toBe('waiting');
  });
});
