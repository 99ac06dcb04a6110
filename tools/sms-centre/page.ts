import type { State } from './behaviour.js';
import type { Message } from './journal.js';

const NEWEST = 200;
const STATE_NAMES: Record<State, [name: string, tone: 'good' | 'bad' | 'open']> = {
  ACCEPTD: ['已受理', 'open'],
  ENROUTE: ['发送中', 'open'],
  DELIVRD: ['已送达', 'good'],
  UNDELIV: ['未送达', 'bad'],
  REJECTD: ['被拒收', 'bad'],
  EXPIRED: ['已过期', 'bad'],
  DELETED: ['已删除', 'bad'],
  UNKNOWN: ['状态未知', 'bad'],
};
const STYLE = `
  :root { color-scheme: light; --line: #e5e9ef; --ink: #1d2733; --soft: #66758a; --brand: #1554a5 }
  * { box-sizing: border-box }
  body { margin: 0; background: #f5f7fa; color: var(--ink); font: 15px/1.7 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif }
  header { background: var(--brand); color: #fff; padding: 18px 32px; display: flex; align-items: baseline; gap: 16px; flex-wrap: wrap }
  h1 { font-size: 20px; margin: 0 }
  header p { margin: 0; opacity: .85; font-size: 13px }
  main { max-width: 1080px; margin: 24px auto; padding: 0 24px }
  form { margin-bottom: 16px; display: flex; gap: 8px }
  input, button { font: inherit; padding: 4px 12px; border: 1px solid #c6d0dc; border-radius: 6px; background: #fff }
  button { background: var(--brand); border-color: var(--brand); color: #fff; cursor: pointer }
  ol { list-style: none; margin: 0; padding: 0; display: grid; gap: 12px }
  li { background: #fff; border: 1px solid var(--line); border-radius: 10px; padding: 14px 18px }
  .head { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: baseline; color: var(--soft); font-size: 13px }
  .to { color: var(--ink); font-size: 16px; font-weight: 600; font-variant-numeric: tabular-nums }
  .state { margin-left: auto; padding: 0 10px; border-radius: 99px; font-size: 13px }
  .good { background: #e3f4e8; color: #17663a } .bad { background: #fde7e5; color: #a4201a } .open { background: #fff2d9; color: #855500 }
  .text { margin: 6px 0 0; white-space: pre-wrap; overflow-wrap: anywhere }
  .signature { color: var(--brand); font-weight: 600 }
  .none { text-align: center; color: var(--soft); padding: 56px }`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

const time = (at: string): string =>
  new Date(at).toLocaleString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour12: false,
    dateStyle: 'medium',
    timeStyle: 'medium',
  });

function item({ at, from, to, signature, text, segments, state }: Message): string {
  const [name, tone] = STATE_NAMES[state];
  const signed = signature === null ? '' : `<span class="signature">【${escape(signature)}】</span>`;
  const body = signature === null ? text : text.slice(signature.length + 2);
  const pieces = segments.total === 1 ? '1 条' : `长短信 ${segments.arrived}/${segments.total} 条`;
  return `<li>
    <div class="head"><span class="to">${escape(to)}</span><time datetime="${at}">${time(at)}</time>
      <span>来自 ${escape(from)}</span><span>${pieces} · ${[...text].length} 字</span><span class="state ${tone}">${name}</span></div>
    <p class="text">${signed}${escape(body)}</p>
  </li>`;
}

/** The page of what has arrived, newest first, for one number or for all; it refreshes itself. */
export function page(messages: Message[], to: string): string {
  const newest = messages.toReversed().slice(0, NEWEST);
  const list = newest.length === 0 ? '<p class="none">还没有短信。</p>' : `<ol>${newest.map(item).join('\n')}</ol>`;
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="5"><title>短信中心(开发用)</title><style>${STYLE}</style></head>
<body><header><h1>短信中心</h1><p>开发用:平台发出的短信都到这里,不会发给真实手机。共 ${messages.length} 条。</p></header>
<main><form><input name="to" value="${escape(to)}" placeholder="手机号码" aria-label="手机号码" inputmode="numeric"><button>查看</button></form>
${list}</main></body></html>`;
}
