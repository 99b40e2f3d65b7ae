import { languages, type Language } from '@/lib/i18n/language-names'
import { isRead, type Exchange } from '../doors/exchange'
import type { Route } from '../routes'
import { givePage, renderPage, type KeptPage, type Rendering } from './kept-pages'

/**
 * Answers in a `:language` the page that a service worker keeps for every address of a conference. Nothing of a visitor
 * or a conference is in it.
 */
export function serveShells(rendering: Rendering): Route {
  const kept = new Map<Language, KeptPage>()

  return (exchange, params) => {
    const language = languages.find((name) => params.language === name)
    if (!language) return false
    return isRead(exchange) ? answer(exchange, language) : true
  }

  async function answer(exchange: Exchange, language: Language): Promise<boolean> {
    const page = kept.get(language) ?? (await renderPage(rendering, '/offline', language))
    kept.set(language, page)
    givePage(exchange, page)
    return true
  }
}
