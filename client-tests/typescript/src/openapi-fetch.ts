// The client that openapi-typescript and openapi-fetch make of the document.
import assert from 'node:assert/strict';
import createClient from 'openapi-fetch';
import type { paths } from '../generated/schema.js';
import { baseUrl, password, uniqueEmail } from './flow.js';

const anonymous = createClient<paths>({ baseUrl });
const registered = await anonymous.POST('/api/auth/register', {
  body: { name: 'Olivia Chapman', email: uniqueEmail(), password },
});
assert.ok(registered.data?.accessToken);
const api = createClient<paths>({
  baseUrl,
  headers: { Authorization: `Bearer ${registered.data.accessToken}` },
});

const logged = await api.POST('/api/calls', {
  body: { type: 'OUTGOING', outcome: 'SUCCESSFUL', durationSeconds: 312 },
});
assert.ok(logged.data);
const call = logged.data;
assert.equal(call.version, 0);

const listed = await api.GET('/api/calls', {
  params: { query: { outcome: ['SUCCESSFUL', 'BUSY'], limit: 10, count: true } },
});
assert.deepEqual(listed.data?.items.map((item) => item.id), [call.id]);
assert.equal(listed.data.total, 1);

const patched = await api.PATCH('/api/calls/{id}', {
  params: { path: { id: call.id }, header: { 'If-Match': `"${call.version}"` } },
  body: { outcome: 'FOLLOW_UP', comment: 'Wants an offer.' },
});
assert.equal(patched.data?.outcome, 'FOLLOW_UP');

const replaced = await api.PUT('/api/calls/{id}', {
  params: { path: { id: call.id } },
  body: { ...patched.data, durationSeconds: 300 }, // edited and sent back
});
assert.equal(replaced.data?.durationSeconds, 300);

const figures = await api.GET('/api/analytics/summary');
assert.equal(figures.data?.calls.value, 1);
const csv = await api.GET('/api/analytics/summary.csv', { parseAs: 'text' });
assert.match(csv.data ?? '', /^figure,/);

const invalid = await api.POST('/api/calls', {
  body: { type: 'OUTGOING', outcome: 'BUSY', durationSeconds: -1 },
});
assert.equal(invalid.response.status, 400);
assert.equal(invalid.error?.code, 'invalid-input');
assert.deepEqual(invalid.error.errors?.map((error) => error.code), ['out-of-range']);

const missing = await api.GET('/api/calls/{id}', {
  params: { path: { id: '0197f000-0000-7000-8000-000000000000' } },
});
assert.equal(missing.response.status, 404);
assert.equal(missing.error?.code, 'not-found');

let last = await api.GET('/api/auth/profile');
for (let i = 0; i < 1000 && last.response.status === 200; i++) {
  last = await api.GET('/api/auth/profile');
}
assert.equal(last.response.status, 429);
assert.equal(last.error?.code, 'too-many-requests');
assert.ok(Number(last.response.headers.get('Retry-After')) > 0);
console.log('openapi-fetch: passed');
