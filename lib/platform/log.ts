import { pino } from 'pino'

const secrets = ['authorization', 'cookie', 'set-cookie', 'token', 'code', 'email']

// Feed tokens, sign-in links and the like are 32 characters of base64url (ids.ts).
const TOKEN_SEGMENT = /\/[\w-]{32}(?=[./]|$)/g

/** The part of an address that a log may hold: no query, no secret of a feed. */
export function loggablePath(url: string): string {
  return (url.split(/[?#]/, 1)[0] ?? '')
    .replace(/^\/feeds\/[^/]+/, '/feeds/[hidden]')
    .replace(TOKEN_SEGMENT, '/[hidden]')
}

/** Another word than its levels is refused in a sentence by readEnvironment: until then there must be a log. */
function levelFor(word: string): string {
  return word === 'silent' || word in pino.levels.values ? word : 'info'
}

/**
 * The process's log: one JSON object a line on stdout. Lines about a request carry its `requestId`; addresses go in
 * `path`. Sign-in cookies, authorization headers, tokens, codes and e-mail addresses are hidden wherever they stand.
 */
export const log = pino({
  level: levelFor(process.env.LOG_LEVEL || 'info'),
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: secrets.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.headers["${name}"]`]),
    censor: '[hidden]',
  },
  serializers: { path: loggablePath },
})
