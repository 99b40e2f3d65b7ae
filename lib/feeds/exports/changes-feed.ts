import { createTranslator } from 'next-intl'
import { escapeUTF8 } from 'entities'
import { Feed } from 'feed'
import { isLanguage } from '@/lib/i18n/languages'
import { dateOfWhen, sayWhen } from '@/lib/i18n/dates'
import { messagesOf } from '@/lib/i18n/messages'
import { newsByVersion, type ToldNews } from '@/lib/planning/changelog'
import { valuesOf, type NewsValue, type Times } from '@/lib/planning/news-values'
import { isolated, settleBidi } from '@/lib/platform/bidi'
import { mixedDigits, randomUuidOf } from '@/lib/platform/ids/uuid'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import type { ProgramChange } from '@/lib/program/program-change'
import { calendarWords } from '../calendar-words'
import { fileLine } from './clean'

const MOST_ENTRIES = 200

/**
 * What changed in a programme, as Atom (RFC 4287): an entry for each session and version in which it changed, the
 * latest 200, in the conference's language. Texts are not told, nor who changed them.
 * @param changes the latest first
 */
export function changesFeed(agenda: Agenda, changes: readonly ProgramChange[], publicUrl: string): string {
  const { conference } = agenda
  const language = isLanguage(conference.language) ? conference.language : 'en'
  const words = calendarWords(language)
  const sessions = new Map(agenda.sessions.map((session) => [session.id, session]))
  const urlOf = (page: 'now' | 'changelog') => `${publicUrl}${pageAddress(conference.slug, page)}`
  const news = newsByVersion(changes).slice(0, MOST_ENTRIES)
  const name = { conference: isolated(fileLine(conference.name)) }
  const say = sayerOf(agenda, language)
  const feed = new Feed({
    id: `urn:uuid:${conference.id}`,
    title: escapeUTF8(words('changesName', name)),
    description: escapeUTF8(words('changesDescription', name)),
    link: urlOf('changelog'),
    language,
    generator: 'Hallway',
    // Without one it would say the present moment.
    updated: new Date(news[0]?.at ?? 0),
    feedLinks: { atom: `${urlOf('now')}/changes.xml` },
    // Atom wants an author of the feed or of each entry (RFC 4287 §4.1.1).
    author: { name: settleBidi(fileLine(conference.name)) },
  })
  for (const one of news) {
    const session = sessions.get(one.sessionId)
    if (session) feed.addItem(entryOf(one, session, { publicUrl, slug: conference.slug, say }))
  }
  return feed.atom1()
}

type Place = { publicUrl: string; slug: string; say: (news: ToldNews, session: AgendaSession) => Said }
type Said = { title: string; lines: string[] }

function entryOf(news: ToldNews, session: AgendaSession, { publicUrl, slug, say }: Place) {
  const { title, lines } = say(news, session)
  // Of both: a session that changes again is news again.
  const version = news.version.toString(16).padStart(32, '0')
  const id = `urn:uuid:${randomUuidOf(mixedDigits(session.id, version))}`
  return {
    id,
    guid: id,
    // Atom reads both as HTML.
    title: escapeUTF8(title),
    content: lines.map((line) => `<p>${escapeUTF8(line)}</p>`).join(''),
    link: `${publicUrl}${pageAddress(slug, 'session', session.slug)}`,
    date: new Date(news.at),
  }
}

function sayerOf({ conference: { timeZone } }: Agenda, language: 'en' | 'fr'): Place['say'] {
  const words = calendarWords(language)
  const t = createTranslator({ locale: language, messages: messagesOf(language), namespace: 'changes' })
  const sayTimes = (times: Times, under?: string) =>
    [sayWhen(times, { timeZone, language, under }), times.startAt ? '' : t('noTime')].filter(Boolean).join(' ')
  const said = (value: NewsValue): [string, string] => {
    if (value.kind !== 'time')
      return [isolated(fileLine(value.old)) || t('none'), isolated(fileLine(value.new)) || t('none')]
    const [before, now] = [dateOfWhen(value.old, timeZone), dateOfWhen(value.new, timeZone)]
    return [sayTimes(value.old), sayTimes(value.new, before === now ? now : undefined)]
  }
  return (news, session) => {
    const values = valuesOf(news, session).map((value) => ({ value, field: t(`field.${value.kind}`) }))
    const lines = values.map(({ value, field }) => {
      const [before, now] = said(value)
      return words('changeLine', { field, before, now })
    })
    const standing = news.standing ? [news.standing === 'added' ? words('added') : t(news.standing)] : []
    const about = [...standing, ...values.map(({ field }) => field)].join(', ')
    return {
      title: words('changeTitle', { title: isolated(fileLine(session.title)), about }),
      lines: [...standing, ...lines],
    }
  }
}
