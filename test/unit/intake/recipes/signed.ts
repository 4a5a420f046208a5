/** Signature files and descriptors that are wrong. */
import { jwsWith, tampered } from '../../../helpers/hostileExports'
import { makeExport, OTHER_KEY, seedKey, UNIT_KEY } from '../../../helpers/signedExports'
import { files, header, type Recipe } from './recipe'

export const SIGNED: readonly Recipe[] = [
  { why: 'jws is no JSON', zip: () => tampered({ jws: () => 'x' }), code: 'JWS-SHAPE' },
  {
    why: 'jws repeats a member',
    zip: () => tampered({ jws: (d) => jwsWith(d, header({})).replace('{"sig', '{"signatures":[],"sig') }),
    code: 'JWS-SHAPE',
  },
  { why: 'compact form', zip: () => tampered({ jws: () => '"aaa..bbb"' }), code: 'JWS-SHAPE' },
  {
    why: 'an attached payload',
    zip: () => tampered({ jws: (d) => jwsWith(d, header({})).replace('{"sig', '{"payload":"","sig') }),
    code: 'JWS-SHAPE',
  },
  { why: 'no signature in it', zip: () => tampered({ jws: () => '{"signatures":[]}' }), code: 'JWS-SHAPE' },
  { why: 'five signatures', zip: () => tampered({ keys: [1, 2, 3, 4, 5].map(seedKey) }), code: 'JWS-SHAPE' },
  { why: 'header is no JSON', zip: () => tampered({ jws: (d) => jwsWith(d, 'x') }), code: 'JWS-SHAPE' },
  {
    why: 'header repeats a member',
    zip: () => tampered({ jws: (d) => jwsWith(d, `{"alg":"none",${JSON.stringify(header({})).slice(1)}`) }),
    code: 'JWS-SHAPE',
  },
  {
    why: 'padding',
    zip: () => tampered({ jws: (d) => jwsWith(d, header({})).replace('"}]', '=="}]') }),
    code: 'JWS-ENCODING',
  },
  {
    why: 'not canonical base64url',
    zip: () =>
      tampered({
        jws: (d) =>
          jwsWith(d, header({})).replace(/[AQgw]"\}\]/, (end) => `${{ A: 'B', Q: 'R', g: 'h', w: 'x' }[end[0]!]}"}]`),
      }),
    code: 'JWS-ENCODING',
  },
  { why: 'alg none', zip: () => tampered({ jws: (d) => jwsWith(d, header({ alg: 'none' })) }), code: 'JWS-ALG' },
  { why: 'alg HS256', zip: () => tampered({ jws: (d) => jwsWith(d, header({ alg: 'HS256' })) }), code: 'JWS-ALG' },
  {
    why: 'typ of a registry',
    zip: () => tampered({ jws: (d) => jwsWith(d, header({ typ: 'dumas-registry+jws' })) }),
    code: 'JWS-TYP',
  },
  ...['jwk', 'jku', 'x5c', 'x5u', 'crit', 'b64'].map((name): Recipe => ({
    why: `header member ${name}`,
    zip: () => tampered({ jws: (d) => jwsWith(d, header({ [name]: name === 'b64' ? false : ['b64'] })) }),
    code: 'JWS-HEADER',
  })),
  {
    why: 'an unprotected header',
    zip: () => tampered({ jws: (d) => jwsWith(d, header({}), UNIT_KEY, { header: { kid: 'x' } }) }),
    code: 'JWS-HEADER',
  },
  {
    why: 'kid is no thumbprint',
    zip: () => tampered({ jws: (d) => jwsWith(d, header({ kid: 'polres' })) }),
    code: 'JWS-HEADER',
  },
  { why: 'unknown key', zip: () => tampered({ keys: [seedKey(99)] }), code: 'KEY-UNKNOWN' },
  {
    why: 'signature by another key',
    zip: () => tampered({ jws: (d) => jwsWith(d, header({}), OTHER_KEY) }),
    code: 'SIG-INVALID',
  },
  {
    why: 'descriptor changed after signing',
    zip: () => files((all) => (all['datapackage.json'] = Buffer.concat([all['datapackage.json']!, Buffer.from(' ')]))),
    code: 'SIG-INVALID',
  },
  {
    why: 'one of two known keys did not sign',
    zip: () =>
      tampered({
        jws: (d) => {
          const [a, b] = [jwsWith(d, header({})), jwsWith(d, header({ kid: OTHER_KEY.kid }))].map(
            (text) => JSON.parse(text).signatures[0] as object,
          )
          return JSON.stringify({ signatures: [a, b] })
        },
      }),
    code: 'SIG-INVALID',
  },
  {
    why: 'bad byte',
    zip: () =>
      tampered({ text: (text) => Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0x20, 0xff, 0x7d])]) }),
    code: 'JSON-UTF8',
  },
  { why: 'BOM', zip: () => tampered({ text: (text) => `\uFEFF${text}` }), code: 'JSON-UTF8' },
  { why: 'trailing comma', zip: () => tampered({ text: (text) => text.replace(/\}$/, ',}') }), code: 'JSON-SYNTAX' },
  {
    why: 'a member twice',
    zip: () => tampered({ text: (text) => text.replace('{', '{"name":"x",') }),
    code: 'JSON-DUPKEY',
  },
  {
    why: 'a member twice, once escaped',
    zip: () => tampered({ text: (text) => text.replace('{', '{"n\\u0061me":"x",') }),
    code: 'JSON-DUPKEY',
  },
  {
    why: '__proto__',
    zip: () => tampered({ text: (text) => text.replace('{', '{"__proto__":{},') }),
    code: 'JSON-PROTO',
  },
  {
    why: 'too deep',
    zip: () => tampered({ text: (text) => text.replace('{', `{"x":${'['.repeat(16)}${']'.repeat(16)},`) }),
    code: 'JSON-DEPTH',
  },
  {
    why: 'inline data',
    zip: () => tampered({ descriptor: (d) => Object.assign(d['resources']![0], { data: [] }) }),
    code: 'DESCRIPTOR',
  },
  {
    why: 'a URL as path',
    zip: () =>
      tampered({ descriptor: (d) => Object.assign(d['resources']![0], { path: 'https://example.org/cases.csv' }) }),
    code: 'DESCRIPTOR',
  },
  {
    why: 'an array as path',
    zip: () => tampered({ descriptor: (d) => Object.assign(d['resources']![0], { path: ['cases.csv'] }) }),
    code: 'DESCRIPTOR',
  },
  {
    why: 'a table twice',
    zip: () =>
      tampered({ descriptor: (d) => Object.assign(d['resources']![0], { name: 'events', path: 'events.csv' }) }),
    code: 'DESCRIPTOR',
  },
  { why: 'previous null with sequence 2', zip: () => makeExport({ sequence: 2 }).zip, code: 'DESCRIPTOR' },
  {
    why: 'previous with sequence 1',
    zip: () => makeExport({ previous: { sequence: 1, descriptor_sha256: '0'.repeat(64) } }).zip,
    code: 'DESCRIPTOR',
  },
  {
    why: 'previous skips a number',
    zip: () => makeExport({ sequence: 3, previous: { sequence: 1, descriptor_sha256: '0'.repeat(64) } }).zip,
    code: 'DESCRIPTOR',
  },
  {
    why: 'a day that does not exist',
    zip: () => makeExport({ period: { from: '2026-02-01', to: '2026-02-30' } }).zip,
    code: 'DESCRIPTOR',
  },
  {
    why: 'created in another offset',
    zip: () => makeExport({ created: '2026-04-02T08:15:00+00:00' }).zip,
    code: 'DESCRIPTOR',
  },
  {
    why: 'a delta',
    zip: () => tampered({ descriptor: (d) => Object.assign(d['dumas']!, { kind: 'delta' }) }),
    code: 'DESCRIPTOR',
  },
  {
    why: 'unknown major',
    zip: () => tampered({ descriptor: (d) => Object.assign(d['dumas']!, { format: 'dumas-export/2.0' }) }),
    code: 'VERSION',
  },
  {
    why: 'higher minor',
    zip: () => tampered({ descriptor: (d) => Object.assign(d['dumas']!, { format: 'dumas-export/1.7' }) }),
    code: 'VERSION-MINOR',
  },
]
