import type { IncomingHttpHeaders } from 'node:http'
import type { Logger } from 'pino'
import { cookieOf } from '@/lib/people/cookies'
import { LANGUAGE_COOKIE, languageOf, type Language } from '@/lib/i18n/languages'
import { shared } from '@/lib/program/addresses'
import { isOf, placeAt } from '@/lib/program/pages'
import { codeLast } from './code-last'
import type { Conferences, KnownConference } from './conferences'
import { deliver } from '../jobs/deliver'
import { send, type Exchange, type HeaderMap, type Station } from '../doors/exchange'
import type { InnerAnswer, InnerNext } from './inner-next'
import { inlineSources } from './inline-sources'
import { represent, type Representation } from './representation'
import type { InlineSources } from '../doors/security'
import { VersionStore } from './version-store'

/** How a page is rendered for nobody in particular. */
export type Rendering = { next: InnerNext; publicUrl: string; policy: (inline: InlineSources) => string }
type Options = Rendering & { conferences: Conferences; log: Logger }
/** What Next answered, ready to be given to everyone. */
export type KeptPage = { status: number; headers: HeaderMap; representation: Representation; size: number }

const MOST_BYTES = 128 * 1024 * 1024
/** About what a page's policy and preloads take. */
const HEADERS_SIZE = 4_000

/** What our own words in addresses are made of. What else stands there is Next's affair. */
const WORD = /^[a-z0-9-]*$/

/** Filters are applied in the browser: the page's bytes do not depend on them. Any other query is Next's affair. */
const filters = ['track', 'room', 'colocated', 'language', 'free', 'mine', 'hidden', 'q']

/**
 * Answers the pages of public conferences from memory: Next renders each once per version and language, for nobody in
 * particular.
 */
export function servePages(options: Options): Station {
  const { conferences, log } = options
  const store = new VersionStore<KeptPage>(MOST_BYTES)

  return (exchange) => {
    const slug = slugOf(exchange)
    const conference = slug === null ? undefined : conferences.at(slug)
    if (conference?.visibility !== 'public') return false
    const { headers } = exchange.request
    const language = languageFor(headers)
    const current = store.current(`${conference.id} ${language} ${exchange.path}`, conference.version)
    if (!current) return answer(exchange, conference, language)
    givePage(exchange, current)
    return true
  }

  async function answer(exchange: Exchange, { id, version }: KnownConference, language: Language): Promise<boolean> {
    const { path, requestId } = exchange
    try {
      givePage(
        exchange,
        await store.get(
          `${id} ${language} ${path}`,
          version,
          () => renderPage(options, path, language),
          ({ status }) => status === 200,
        ),
      )
      return true
    } catch (error) {
      log.warn({ err: error, requestId }, 'A page could not be kept')
      return false
    }
  }
}

/** The conference whose kept page is asked for; null when this is not one. */
function slugOf({ request, path, query }: Exchange): string | null {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null
  // The router's own requests want another document.
  if (request.headers.rsc !== undefined || request.headers['next-router-state-tree'] !== undefined) return null
  if (query !== '' && ![...new URLSearchParams(query).keys()].every((name) => filters.includes(name))) return null
  const place = placeAt(path)
  return place && isOf(shared, place.name) && WORD.test(place.word) ? place.slug : null
}

const MOST_HEADERS = 500
const languages = new Map<string, Language>()

/** In which language somebody reads. What browsers send is a handful of headers: each is read once. */
export function languageFor({ cookie: sent, 'accept-language': acceptLanguage = 'en' }: IncomingHttpHeaders): Language {
  const cookie = cookieOf(sent, LANGUAGE_COOKIE)
  const known = cookie === undefined ? languages.get(acceptLanguage) : undefined
  if (known) return known
  const language = languageOf(cookie, acceptLanguage)
  if (languages.size >= MOST_HEADERS) languages.clear()
  if (cookie === undefined) languages.set(acceptLanguage, language)
  return language
}

/** @throws when Next fails */
export async function renderPage(
  { next, publicUrl, policy }: Rendering,
  path: string,
  language: Language,
): Promise<KeptPage> {
  const { status, headers, body } = await next.get(path, {
    host: new URL(publicUrl).host,
    'accept-language': language,
    'accept-encoding': 'identity',
  })
  if (status >= 500) throw new Error(`Next answered ${status}`)
  const page = codeLast(body.toString())
  const mediaType = headers['content-type'] ?? 'text/html; charset=utf-8'
  const representation = await represent(Buffer.from(page), mediaType, { effort: 'thorough' })
  const own = {
    ...pick(headers, ['link', 'location']),
    'content-security-policy': policy(inlineSources(page)),
    'cache-control': status === 200 ? 'public, no-cache' : 'no-cache',
    vary: 'Accept-Encoding, Accept-Language, Cookie, RSC',
  }
  return { status, headers: own, representation, size: representation.size + HEADERS_SIZE }
}

function pick(headers: InnerAnswer['headers'], names: string[]): HeaderMap {
  return Object.fromEntries(names.flatMap((name) => (typeof headers[name] === 'string' ? [[name, headers[name]]] : [])))
}

/** Answers with a page that is kept. */
export function givePage(exchange: Exchange, { status, headers, representation }: KeptPage): void {
  if (status === 200) return deliver(exchange, representation, headers)
  send(
    exchange,
    status,
    { ...headers, 'content-type': representation.mediaType },
    representation.variants.at(-1)?.bytes,
  )
}
