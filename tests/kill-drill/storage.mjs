// The few requests that a desk's tool makes of blob storage, signed with the account's key.
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const VERSION = '2021-12-02';
const PATIENCE = 20_000;

/** Where the store's Azurite listens now: another port after each start. */
export function addressIn(folder) {
  const { Account, Blob } = JSON.parse(readFileSync(join(folder, 'azurite', 'azurite.json'), 'utf8'));
  return { name: Account.Name, key: Account.Key, port: Blob };
}

async function request({ name, key, port }, method, path, { query = {}, headers = {}, body } = {}) {
  const all = { 'x-ms-date': new Date().toUTCString(), 'x-ms-version': VERSION, ...headers };
  const named = Object.keys(all)
    .filter((header) => header.startsWith('x-ms-'))
    .sort()
    .map((header) => `${header}:${all[header]}\n`)
    .join('');
  const asked = Object.keys(query)
    .sort()
    .map((parameter) => `\n${parameter}:${query[parameter]}`)
    .join('');
  const encoded = `/${name}/${path.split('/').map(encodeURIComponent).join('/')}`;
  const text = [
    method, '', '', body?.length || '', '', all['content-type'] ?? '', '', '', '', all['if-none-match'] ?? '', '', '',
    `${named}/${name}${encoded}${asked}`,
  ].join('\n');
  all.authorization = `SharedKey ${name}:${createHmac('sha256', Buffer.from(key, 'base64')).update(text).digest('base64')}`;
  const url = `http://127.0.0.1:${port}${encoded}?${new URLSearchParams(query)}`;
  return fetch(url, { method, headers: all, body, signal: AbortSignal.timeout(PATIENCE) });
}

/** Puts an upload unless something lies there; true: it lies there now. */
export async function put(address, path, content, uploadedAt) {
  const headers = {
    'content-type': 'text/csv',
    'if-none-match': '*',
    'x-ms-blob-type': 'BlockBlob',
    'x-ms-meta-uploadedat': String(uploadedAt),
  };
  const answer = await request(address, 'PUT', `exports/${path}`, { headers, body: content });
  await answer.arrayBuffer();
  if (answer.status !== 201 && answer.status !== 409) throw new Error(`PUT ${path}: ${answer.status}`);
  return true;
}

/** Name → ETag of all blobs of a container. */
export async function list(address, container) {
  const found = new Map();
  let marker = '';
  do {
    const query = { restype: 'container', comp: 'list', ...(marker ? { marker } : {}) };
    const answer = await request(address, 'GET', container, { query });
    if (answer.status === 404) return found;
    const xml = await answer.text();
    if (!answer.ok) throw new Error(`${container} can't be listed: ${answer.status}`);
    for (const [, name, etag] of xml.matchAll(/<Blob><Name>([^<]*)<\/Name>.*?<Etag>([^<]*)<\/Etag>/gs))
      found.set(name, etag.replaceAll('&quot;', '').replaceAll('"', ''));
    marker = /<NextMarker>([^<]+)<\/NextMarker>/.exec(xml)?.[1] ?? '';
  } while (marker);
  return found;
}

/** A blob's JSON; null: there is none. */
export async function read(address, container, name) {
  const answer = await request(address, 'GET', `${container}/${name}`);
  const text = await answer.text();
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`${container}/${name} can't be read: ${answer.status}`);
  return JSON.parse(text);
}
