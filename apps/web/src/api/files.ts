import type { z } from 'zod';
import { Refused, Unreachable } from '#libs/client/client.js';
import type { StoredFile } from '#libs/contracts/gateway.js';
import { client } from './client.js';
import { readSession } from './session.js';

// Bytes go beside the contracts: up with progress, down as a file of the browser.

export type Uploaded = z.infer<typeof StoredFile>;

const bearer = (): string => `Bearer ${readSession()?.accessToken ?? ''}`;
/** An expired session is renewed by the ordinary way of a request. */
const renewed = () => client.raw('GET', '/api/v1/me');

interface Problem {
  code?: string;
  title?: string;
  traceId?: string;
}
const refusal = (status: number, body: Problem): Refused =>
  new Refused(status, body.code ?? 'internal', body.title ?? String(status), body);

/** Sends one file; `onProgress` hears the share that is sent, 0 to 1. */
export async function upload(file: File, onProgress: (share: number) => void): Promise<Uploaded> {
  const first = await send(file, onProgress);
  if (first.status !== 401) return uploaded(first);
  await renewed();
  return uploaded(await send(file, onProgress));
}

function uploaded({ status, text }: { status: number; text: string }): Uploaded {
  const body = JSON.parse(text) as Uploaded & Problem;
  if (status !== 201) throw refusal(status, body);
  return body;
}

/** `fetch` tells nothing of its progress, so this is an XMLHttpRequest. */
function send(file: File, onProgress: (share: number) => void): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.set('file', file);
    request.open('POST', '/api/v1/files');
    request.setRequestHeader('authorization', bearer());
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(new Unreachable('the upload broke off'));
    request.send(form);
  });
}

/** Fetches `path` under the reader's session and hands it to the browser as a file. */
export async function download(path: string, name: string): Promise<void> {
  const get = () =>
    fetch(path, { headers: { authorization: bearer() } }).catch((cause: unknown) => {
      throw new Unreachable('the download broke off', { cause });
    });
  let response = await get();
  if (response.status === 401) {
    await renewed();
    response = await get();
  }
  if (!response.ok) throw refusal(response.status, (await response.json()) as Problem);
  const url = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
