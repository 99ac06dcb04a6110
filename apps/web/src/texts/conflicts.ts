import { texts } from './texts.js';

/** Two have written at once, and what is kept meanwhile. */
export const conflicts = texts({
  title: ['有人先改了', 'Somebody changed it first'],
  what: [
    '您填写的内容都还在。下面是两边不一样的地方,请逐项选择后再保存。',
    'Everything you wrote is still here. These fields differ: choose for each, then save again.',
  ],
  mine: ['我填写的', 'Mine'],
  theirs: ['现在的', 'Theirs'],
  save: ['按选择保存', 'Save as chosen'],
  draftKept: (time: string) => [`草稿已保存 ${time}`, `Draft saved ${time}`],
});
