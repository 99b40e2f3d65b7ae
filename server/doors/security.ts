import { randomBytes } from 'node:crypto'
import type { Environment } from '@/lib/platform/env'
import type { HeaderMap } from './exchange'

type Settings = Pick<Environment, 'HALLWAY_URL' | 'GITHUB_ID' | 'GOOGLE_ID' | 'HALLWAY_WORKER'> & {
  dev: boolean
  /** Names what the build made; null: none did. */ build: string | null
}

/** What a page's policy allows beyond our own files: `'nonce-…'` or `'sha256-…'` sources. */
export type InlineSources = { scripts: readonly string[]; styles: readonly string[] }

export type Security = {
  /** The headers of every answer at this path; its policy is for bytes that are no page and load nothing. */
  headersFor(path: string): HeaderMap
  /** The Content-Security-Policy of a page, a style sheet, a worker. */
  policy(inline?: InlineSources): string
}

const FEATURES = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
]
const UPLOADED = /^\/api\/v1\/(?:photos|floor-plans)\//
const A_YEAR_S = 365 * 24 * 3600

/** The headers that keep a browser from doing what Hallway never asks of it. */
export function makeSecurity(settings: Settings): Security {
  const common: HeaderMap = {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': FEATURES.map((feature) => `${feature}=()`).join(', '),
    'cross-origin-opener-policy': 'same-origin',
    // What other sites may show, says so itself: feeds, and pictures of recaps.
    'cross-origin-resource-policy': 'same-origin',
    ...(settings.HALLWAY_URL?.startsWith('https:') && { 'strict-transport-security': `max-age=${A_YEAR_S}` }),
    // The service worker compares it with its own.
    ...(settings.build !== null && { 'x-hallway-build': settings.build }),
    ...(settings.HALLWAY_WORKER === 'off' && { 'x-hallway-worker': 'off' }),
  }
  // The address of a personal feed is its key: it goes nowhere.
  const secret: HeaderMap = { ...common, 'referrer-policy': 'no-referrer' }
  // What people uploaded: should a browser take it for a page after all, it is one of no origin that runs nothing.
  const uploaded: HeaderMap = {
    ...common,
    'content-security-policy': `${common['content-security-policy']}; sandbox`,
  }
  return {
    headersFor: (path) => (path.startsWith('/feeds/') ? secret : UPLOADED.test(path) ? uploaded : common),
    policy: (inline = { scripts: [], styles: [] }) => pagePolicy(settings, inline),
  }
}

/** A source for one answer's inline scripts that nobody can guess. */
export function makeNonce(): string {
  return `'nonce-${randomBytes(16).toString('base64')}'`
}

function pagePolicy({ dev, GITHUB_ID, GOOGLE_ID }: Settings, { scripts, styles }: InlineSources): string {
  // A browser applies form-action to where the sign-in form is sent on, too.
  const providers = [GITHUB_ID && 'https://github.com', GOOGLE_ID && 'https://accounts.google.com'].filter(Boolean)
  const directives = {
    'default-src': ["'self'"],
    // Next's development server evaluates modules, injects styles and keeps a socket open.
    'script-src': ["'self'", ...scripts, ...(dev ? ["'unsafe-eval'"] : [])],
    'style-src': ["'self'", ...(dev ? ["'unsafe-inline'"] : styles)],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...(dev ? ['ws:', 'wss:'] : [])],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'", ...providers],
    'frame-ancestors': ["'none'"],
  }
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}
