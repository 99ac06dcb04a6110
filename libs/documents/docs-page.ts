import { ALL_OPERATIONS } from '#libs/contracts/all.js';
import { SERVICES } from '#libs/contracts/define.js';
import type { Operation } from '#libs/contracts/define.js';
import { ERRORS } from '#libs/contracts/errors.js';
import { GRANTS } from '#libs/identity/permissions.js';

const NAMES = {
  gateway: '账号、会话、时间、文件',
  projects: '项目、帮代办、协议、联审、台账',
  agents: '机构、人员、路由、转交',
  approvals: '事项、路线图、办件、预审批',
  notify: '短信',
};

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function operation(contract: Operation): string {
  if (!contract.http) return '';
  const [method, path] = contract.http;
  const roles = GRANTS[contract.permission]?.join('、') ?? '';
  const errors = contract.errors.map((code) => `<a href="#error-${code}">${code}</a>`).join(' ');
  return `<details><summary><b class="${method}">${method}</b> <code>/api/v1${escape(path)}</code> <span>${escape(contract.title[0])}</span></summary>
<p lang="en">${escape(contract.title[1])}</p>
<p>权限 <code>${contract.permission}</code> ${roles}</p>
<pre>${escape(JSON.stringify(contract.example, null, 2))}</pre>
<p class="errors">${errors}</p></details>`;
}

/** A readable page of the whole API, without script: operations by service with permission, example and errors. */
export function docsPage(): string {
  const sections = SERVICES.map(
    (service) =>
      `<h2 id="${service}">${NAMES[service]} <small>${service}</small></h2>` +
      ALL_OPERATIONS.filter((contract) => contract.service === service)
        .map(operation)
        .join('\n'),
  );
  const errors = Object.entries(ERRORS).map(
    ([code, { status, zh }]) =>
      `<tr id="error-${code}"><td><code>${code}</code></td><td>${status}</td><td>${escape(zh)}</td></tr>`,
  );
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>帮代办通 接口文档</title>
<style>body{font:16px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b2733}
h1{font-size:1.6rem}h2{margin-top:2.5rem;border-bottom:2px solid #0b5c8c;font-size:1.25rem}small{color:#5a6b7a}
details{border-bottom:1px solid #dde4ea;padding:.4rem 0}summary{cursor:pointer}summary span{color:#34495a}
b{display:inline-block;min-width:4.2rem;font-size:.85rem;color:#0b5c8c}b.POST{color:#0a6b3d}b.PATCH,b.PUT{color:#8a5a00}b.DELETE{color:#a3262a}
pre{background:#f3f6f8;padding:.75rem;overflow:auto}td{padding:.25rem .75rem .25rem 0;vertical-align:top}a{color:#0b5c8c}</style>
<h1>帮代办通 接口文档</h1>
<p>机器可读:<a href="/api/openapi.json">/api/openapi.json</a>(OpenAPI 3.1)。先 <code>POST /api/v1/sessions</code> 登录,之后以 <code>Authorization: Bearer …</code> 调用。
每个 POST 可带 <code>Idempotency-Key</code>;答复 202 时按 <code>Location</code> 查询结果;
答复 409 <code>not_yet_known</code> 时请换一个新的键重试,因为拒绝也已按原键存档。</p>
${sections.join('\n')}
<h2>错误代码</h2><table>${errors.join('\n')}</table></html>`;
}
