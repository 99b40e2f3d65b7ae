import { useLocale, useTranslations } from 'next-intl'
import { Facts, Outside } from '@/components/ui/facts'
import { sayWhen } from '@/lib/i18n/dates'
import type { ChangelogEntry, ToldNews, ToldRelease } from '@/lib/planning/changelog'
import { valuesOf } from '@/lib/planning/news-values'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { NewsLine } from './news-line'

/** So many changes of one release are there to be read; more are there to be opened. */
const FEW = 12

type Props = { entries: readonly ChangelogEntry[]; agenda: Agenda }

/** What changed in the programme, for everybody: by release, in words. */
export function Changelog({ entries, agenda }: Props) {
  const t = useTranslations('changelog')
  const sessions = new Map(agenda.sessions.map((session) => [session.id, session]))
  if (entries.length === 0) return <p className="text-muted">{t('nothing')}</p>
  return entries.map(({ release, news }) => {
    const lines = (
      <ul className="divide-y divide-line border-t border-line">
        {inOrder(news, sessions).map(({ one, session }) => (
          <Line key={session.id} news={one} session={session} agenda={agenda} />
        ))}
      </ul>
    )
    return (
      <section key={release.number} id={`release-${release.number}`} className="grid gap-2">
        <ReleaseName release={release} timeZone={agenda.conference.timeZone} />
        {news.length > FEW ? (
          <details>
            <summary className="flex min-h-11 items-center font-medium">
              {t('sessions', { count: news.length })}
            </summary>
            {lines}
          </details>
        ) : (
          lines
        )}
      </section>
    )
  })
}

/** By when they are now, then by title: what has no time comes after the rest of its day. */
function inOrder(news: readonly ToldNews[], sessions: ReadonlyMap<string, AgendaSession>) {
  const known = news.flatMap((one) => {
    const session = sessions.get(one.sessionId)
    return session ? [{ one, session, at: `${session.dayOn} ${session.startAt ?? '~'}` }] : []
  })
  return known.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.session.title.localeCompare(b.session.title)))
}

function ReleaseName({ release: { number, kind, undoes, at }, timeZone }: { release: ToldRelease; timeZone: string }) {
  const [t, language] = [useTranslations('changelog'), useLocale()]
  return (
    <header>
      <h2 className="text-lg font-semibold">{t('release', { number })}</h2>
      <p className="text-sm text-muted">
        {sayWhen({ startAt: at }, { timeZone, language, style: 'long' })}
        {kind === 'edits' ? ` · ${t('edits')}` : kind === 'undo' ? ` · ${t('undo', { number: undoes ?? 0 })}` : ''}
      </p>
    </header>
  )
}

function Line({ news, session, agenda }: { news: ToldNews; session: AgendaSession; agenda: Agenda }) {
  const [t, changes] = [useTranslations('changelog'), useTranslations('changes')]
  const { slug, timeZone } = agenda.conference
  const language = useLocale()
  const { standing } = news
  const rooms = session.rooms.flatMap((id) => agenda.rooms.find((room) => room.id === id)?.name ?? [])
  return (
    <li className="grid gap-1 py-3">
      <a
        lang={session.language}
        href={pageAddress(slug, 'session', session.slug)}
        className="inline-flex min-h-6 font-semibold leading-snug underline underline-offset-4"
      >
        <Outside>{session.title}</Outside>
      </a>
      {standing ? (
        <p className={`font-medium ${standing === 'cancelled' ? 'text-danger' : 'text-good'}`}>
          {standing === 'added' ? t('added') : changes(standing)}
        </p>
      ) : null}
      {standing === 'added' || standing === 'restored' ? (
        <p className="tabular-nums">
          <Facts of={[sayWhen(session, { timeZone, language }), session.startAt ? '' : changes('noTime'), ...rooms]} />
        </p>
      ) : null}
      {news.fields.length > 0 ? (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
          {valuesOf(news, session).map((value) => (
            <NewsLine key={value.kind} value={value} timeZone={timeZone} isDaySaid={agenda.days.length > 1} />
          ))}
        </dl>
      ) : null}
    </li>
  )
}
