// The client that hey-api makes of the document.
import assert from 'node:assert/strict';
import { client } from '../generated/hey-api/client.gen.js';
import {
  getCall,
  getProfile,
  getSummary,
  listCalls,
  logCall,
  patchCall,
  register,
  replaceCall,
} from '../generated/hey-api/index.js';
import { baseUrl, password, uniqueEmail } from './flow.js';

client.setConfig({ baseUrl });
const registered = await register({
  body: { name: 'Olivia Chapman', email: uniqueEmail(), password },
});
assert.ok(registered.data?.accessToken);
client.setConfig({ auth: registered.data.accessToken });

const logged = await logCall({
  body: { type: 'OUTGOING', outcome: 'SUCCESSFUL', durationSeconds: 312 },
});
assert.ok(logged.data);
const call = logged.data;
assert.equal(call.version, 0);

const listed = await listCalls({
  query: { outcome: ['SUCCESSFUL', 'BUSY'], limit: 10, count: true },
});
assert.deepEqual(listed.data?.items.map((item) => item.id), [call.id]);
assert.equal(listed.data.total, 1);

const patched = await patchCall({
  path: { id: call.id },
  headers: { 'If-Match': `"${call.version}"` },
  body: { outcome: 'FOLLOW_UP', comment: 'Wants an offer.' },
});
assert.equal(patched.data?.outcome, 'FOLLOW_UP');

const edited = { ...patched.data, durationSeconds: 300 }; // and sent back
const replaced = await replaceCall({ path: { id: call.id }, body: edited });
assert.equal(replaced.data?.durationSeconds, 300);

const figures = await getSummary();
assert.ok(figures.data);
assert.equal(figures.data.calls.value, 1);

const invalid = await logCall({
  body: { type: 'OUTGOING', outcome: 'BUSY', durationSeconds: -1 },
});
assert.equal(invalid.response?.status, 400);
assert.equal(invalid.error?.code, 'invalid-input');
assert.deepEqual(invalid.error.errors?.map((error) => error.code), ['out-of-range']);

const missing = await getCall({ path: { id: '0197f000-0000-7000-8000-000000000000' } });
assert.equal(missing.response?.status, 404);
assert.equal(missing.error?.code, 'not-found');

let last = await getProfile();
for (let i = 0; i < 1000 && last.response?.status === 200; i++) {
  last = await getProfile();
}
assert.equal(last.response?.status, 429);
assert.equal(last.error?.code, 'too-many-requests');
console.log('hey-api: passed');
