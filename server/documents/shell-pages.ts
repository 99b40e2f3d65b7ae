import { languages, type Language } from '@/lib/i18n/language-names'
import { isRead } from '../doors/exchange'
import type { Route } from '../routes'
import { givePage, renderPage, type KeptPage, type Rendering } from './kept-pages'

/** Gives, in a language, the page that stands for any that cannot be had: it shows what its device keeps. */
export type Shells = (language: Language) => Promise<KeptPage>

/** The shells, each drawn by Next once. Nothing of a visitor or a conference is in one. */
export function keepShells(rendering: Rendering): Shells {
  const kept = new Map<Language, KeptPage>()

  return async (language) => {
    const page = kept.get(language) ?? (await renderPage(rendering, '/offline', language))
    kept.set(language, page)
    return page
  }
}

/** Answers in a `:language` the page that a service worker keeps for every address of a conference. */
export function serveShells(shells: Shells): Route {
  return async (exchange, params) => {
    const language = languages.find((name) => params.language === name)
    if (!language) return false
    if (isRead(exchange)) givePage(exchange, await shells(language))
    return true
  }
}
