import { languages, type Language } from '@/lib/i18n/language-names'
import { isRead, type Exchange, type Station } from '../doors/exchange'
import { givePage, renderPage, type KeptPage, type Rendering } from './kept-pages'

/**
 * Answers /offline/<language>: the page that a service worker keeps for every address of a conference. Nothing of a
 * visitor or a conference is in it.
 */
export function serveShells(rendering: Rendering): Station {
  const kept = new Map<Language, KeptPage>()

  return (exchange) => {
    const language = languages.find((name) => exchange.path === `/offline/${name}`)
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
