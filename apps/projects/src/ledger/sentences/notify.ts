import type { messageEvents } from '#libs/contracts/facts.js';
import type { Sentences } from '../wording.js';

export const messageSentences: Sentences<typeof messageEvents> = {
  settled: ({ receiverName, state }) =>
    `发给${receiverName}的短信通知${state === 'delivered' ? '已送达' : '未能送达'}。`,
};
