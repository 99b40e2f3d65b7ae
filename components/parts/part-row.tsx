import { useLocale, useTranslations } from 'next-intl'
import { PickButton } from '@/components/schedule/pick-button'
import type { PickRank } from '@/lib/planning/schema'
import { SessionFlags } from '@/components/shared/session-flags'
import { useFlagWords } from '@/components/shared/use-flag-words'
import { Facts } from '@/components/ui/facts'
import { dateOfWhen, sayWhen } from '@/lib/i18n/dates'
import { pageAddress } from '@/lib/program/addresses'
import type { AgendaSession } from '@/lib/program/agenda'
import { roomNames, speakersAlone, type AgendaParts } from '@/lib/program/agenda-parts'
import type { AgendaPart } from '@/lib/program/parts'

type Props = {
  conference: string
  session: AgendaSession
  parts: AgendaParts
  /** What the page is about: it is not said again. */
  besides: AgendaPart
  timeZone: string
  rank: PickRank | undefined
  isOver: boolean
  onPick: (session: AgendaSession) => void
}

/** A session under its day: its times, its whole title, who and where, and the pick. What is over is quiet. */
export function PartRow({ conference, session, parts, besides, timeZone, rank, isOver, onPick }: Props) {
  const [t, flagWords] = [useTranslations('session'), useFlagWords()]
  const track = session.track && besides.kind !== 'track' ? parts.tracks.get(session.track) : undefined
  const others = { ...session, speakers: session.speakers.filter((id) => id !== besides.part.id) }
  const isCancelled = session.status === 'cancelled'
  return (
    <li className={`flex gap-x-3 max-[17rem]:flex-wrap ${isOver ? 'text-muted' : ''}`}>
      <Times session={session} timeZone={timeZone} />
      <div className="min-w-0 grow py-3 max-[17rem]:basis-0 max-[17rem]:pt-0">
        <a
          href={pageAddress(conference, 'session', session.slug)}
          lang={session.language}
          dir="auto"
          className={`block font-semibold leading-snug ${isCancelled ? 'line-through' : ''}`}
        >
          {session.title}
        </a>
        <p className="mt-0.5 text-sm text-muted">
          <Facts
            of={[
              isCancelled && t('cancelled'),
              session.flags && <SessionFlags of={session.flags} words={flagWords} />,
              speakersAlone(others, parts),
              besides.kind !== 'room' && roomNames(session, parts),
              session.kind !== 'talk' && t(`kind.${session.kind}`),
            ]}
          />
        </p>
        {track ? (
          <p className={`track-${track.color} mt-1 border-l-4 border-track pl-2 text-sm text-muted`}>
            <Facts of={[track.name]} />
          </p>
        ) : null}
      </div>
      {isCancelled && !rank ? null : (
        <PickButton name={t('pick')} title={session.title} rank={rank} onPick={() => onPick(session)} />
      )}
    </li>
  )
}

function Times({ session: { startAt, endAt, dayOn }, timeZone }: { session: AgendaSession; timeZone: string }) {
  const [t, language] = [useTranslations('session'), useLocale()]
  return (
    <p className="w-14 shrink-0 py-3 leading-snug tabular-nums max-[17rem]:w-full max-[17rem]:pb-0">
      {startAt ? (
        <>
          <time dateTime={startAt} className="font-semibold">
            {sayWhen({ startAt }, { timeZone, language, under: dayOn })}
          </time>
          {endAt && endAt > startAt ? (
            <span className="block text-sm text-muted">
              –{sayWhen({ startAt: endAt }, { timeZone, language, under: dateOfWhen({ startAt: endAt }, timeZone) })}
            </span>
          ) : null}
        </>
      ) : (
        <span className="block text-sm text-muted">{t('toBeAnnounced')}</span>
      )}
    </p>
  )
}
