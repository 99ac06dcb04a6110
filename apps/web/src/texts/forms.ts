import { texts } from './texts.js';

/** What all forms have in common. */
export const forms = texts({
  calendar: ['打开日历', 'Open the calendar'],
  notADay: ['请按 2026-11-23 的样子填写日期', 'Write the day as 2026-11-23'],
  chooseFile: ['选择文件', 'Choose a file'],
  anotherFile: ['换一个文件', 'Another file'],
  uploading: (name: string) => [`正在上传“${name}”…`, `Uploading “${name}”…`],
  uploaded: (name: string) => [`已上传:${name}`, `Uploaded: ${name}`],
  addRow: (name: string) => [`添加${name}`, `Add: ${name}`],
  removeRow: (name: string) => [`去掉${name}`, `Remove ${name}`],
  submitKeys: ['Ctrl + Enter', 'Ctrl + Enter'],
});
