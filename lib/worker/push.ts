import { languages, type Language } from '@/lib/i18n/language-names'

/** What the worker shows of a push. */
export type ShownAlert = {
  title: string
  body: string
  /** A path of ours. */ url: string
  tag: string
  language: string
}

const unread: Record<Language, string> = {
  en: 'Something about your conference is new.',
  fr: 'Il y a du nouveau pour votre conférence.',
}

/**
 * Reads a push as deliver.ts sends it. There is always something to show: browsers end the subscription of whoever is
 * silent.
 */
export function readPush(text: string, preferred: readonly string[]): ShownAlert {
  const value = parse(text)
  if (value && typeof value.title === 'string' && typeof value.body === 'string' && value.title && value.body) {
    return {
      title: value.title,
      body: value.body,
      url: pathOf(value.url),
      tag: typeof value.tag === 'string' ? value.tag : 'hallway',
      language: typeof value.language === 'string' ? value.language : 'en',
    }
  }
  const language = preferred.flatMap((tag) => languages.find((known) => known === tag.slice(0, 2)) ?? [])[0] ?? 'en'
  return { title: 'Hallway', body: unread[language], url: '/', tag: 'hallway', language }
}

/** Nothing but a path of ours is opened. */
function pathOf(url: unknown): string {
  return typeof url === 'string' && /^\/(?![/\\])/.test(url) ? url : '/'
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null
  }
}
