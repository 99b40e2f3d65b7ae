import { useLocale, useTranslations } from 'next-intl'
import { PartLink } from '@/components/shared/part-link'
import { SessionFlags } from '@/components/shared/session-flags'
import { useFlagWords } from '@/components/shared/use-flag-words'
import { DOT, Outside } from '@/components/ui/facts'
import { sayWhen } from '@/lib/i18n/dates'
import { isolated } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import type { AgendaSession } from '@/lib/program/agenda'
import type { AgendaParts } from '@/lib/program/agenda-parts'

type Props = { conference: string; session: AgendaSession }

/** When a session is, with its day, which leads to that day. */
export function SessionWhen({ conference, session, timeZone }: Props & { timeZone: string }) {
  const [t, language] = [useTranslations('session'), useLocale()]
  const said = sayWhen(session, { timeZone, language, style: 'long' })
  // A line would end after the dash of "11:00–11:30".
  const times = /\S+$/.exec(said)?.[0] ?? ''
  return (
    <p className="mt-1 flex min-h-11 flex-wrap items-center gap-x-2 text-lg font-medium tabular-nums">
      <a
        className="inline-block underline decoration-edge underline-offset-4 first-letter:uppercase"
        href={pageAddress(conference, 'day', session.dayOn)}
      >
        {said.slice(0, said.length - times.length)}
        <span className="whitespace-nowrap">{times}</span>
      </a>
      {session.startAt ? null : <span className="text-muted">{t('toBeAnnounced')}</span>}
    </p>
  )
}

/** What one has to know before going: no seat is left, or it asks for a registration of its own. */
export function SessionNotices({ session }: Pick<Props, 'session'>) {
  const words = useFlagWords()
  if (!session.flags) return null
  return (
    <p className="mt-1 text-base">
      <SessionFlags of={session.flags} words={words} />
    </p>
  )
}

/**
 * Under what a session stands: its track, the co-located event with its pass, its kind where that is no talk, and for
 * whom it is.
 */
export function SessionUnder({ conference, session, parts }: Props & { parts: AgendaParts }) {
  const t = useTranslations('session')
  const track = session.track ? parts.tracks.get(session.track) : undefined
  const colocated = session.colocated ? parts.colocatedEvents.get(session.colocated) : undefined
  const link = 'inline-flex min-h-11 items-center'
  if (!track && !colocated && session.kind === 'talk' && !session.level) return null
  return (
    <ul className="mt-1 flex min-h-8 flex-wrap items-center gap-x-4 text-sm text-muted">
      {track ? (
        <li className={`track-${track.color} flex items-center gap-2`}>
          <span aria-hidden="true" className="h-5 w-1 rounded bg-track" />
          <PartLink conference={conference} kind="track" part={track} className={link} />
        </li>
      ) : null}
      {colocated ? (
        <li>
          <PartLink conference={conference} kind="colocated" part={colocated} className={link} />
          {colocated.pass ? (
            <>
              {DOT}
              <Outside>{colocated.pass}</Outside>
            </>
          ) : null}
        </li>
      ) : null}
      {session.kind === 'talk' ? null : <li>{t(`kind.${session.kind}`)}</li>}
      {session.level ? <li>{t('level', { level: isolated(session.level) })}</li> : null}
    </ul>
  )
}
