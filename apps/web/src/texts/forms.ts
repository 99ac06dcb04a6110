import { texts } from './texts.js';

/** What forms say in every area. */
export const forms = texts({
  pickDay: ['从日历选择', 'Pick from a calendar'],
  noDay: ['请按 2026-11-23 的样子填写日期', 'Write the day as 2026-11-23'],
  required: ['请填写', 'Please fill in'],
  reasonHint: ['请写明理由,对方会看到', 'State the reason; the others will read it'],
  draftKept: (time: string) => [`草稿已保存 ${time}`, `Draft saved ${time}`],
  conflict: ['有人先改了', 'Somebody changed it first'],
  conflictWhat: [
    '您填写的内容都还在。下面是不一样的地方,请逐项选择后再保存。',
    'Everything you wrote is still here. These fields differ: choose for each, then save again.',
  ],
  field: ['项目', 'Field'],
  mine: ['我填写的', 'Mine'],
  theirs: ['现在的', 'Theirs'],
  saveAgain: ['按选择保存', 'Save as chosen'],
  chooseFile: ['选择文件', 'Choose a file'],
  uploading: (name: string, percent: number) => [`正在上传“${name}” ${percent}%`, `Uploading ${name} ${percent}%`],
  more: ['更多', 'More'],
  none: ['无', 'None'],
  notKnown: ['未填写', 'Not filled in'],
});
