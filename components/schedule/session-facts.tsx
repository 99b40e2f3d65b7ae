import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AgendaSession } from '@/lib/schedule/agenda'
import type { AgendaParts } from '@/lib/schedule/agenda-parts'
import { sayTime } from './say-time'

type Props = { session: AgendaSession; parts: AgendaParts; timeZone: string; sourceUrl?: string | null }

/** When, where, who and under what: the facts of a session as a list of terms. */
export function SessionFacts({ session, parts, timeZone, sourceUrl }: Props) {
  const t = useTranslations('session')
  const rooms = session.rooms.flatMap((id) => parts.rooms.get(id) ?? [])
  const speakers = session.speakers.flatMap((id) => parts.speakers.get(id) ?? [])
  const track = session.track ? parts.tracks.get(session.track) : undefined
  const colocated = session.colocated ? parts.colocatedEvents.get(session.colocated) : undefined
  const time = sayTime(session, timeZone)
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
      <Fact term={t('when')}>{time ? <span className="tabular-nums">{time}</span> : t('toBeAnnounced')}</Fact>
      {rooms.length > 0 ? (
        <Fact term={t('where')}>{rooms.map((room) => (room.capacity ? t('roomWithCapacity', { room: room.name, capacity: room.capacity, kind: room.capacityKind }) : room.name)).join(', ')}</Fact>
      ) : null}
      {speakers.length > 0 ? (
        <Fact term={t('who')}>
          <ul>
            {speakers.map((speaker) => (
              <li key={speaker.id} dir="auto">
                {speaker.name}
                {speaker.company ? <span className="text-muted">, {speaker.company}</span> : null}
              </li>
            ))}
          </ul>
        </Fact>
      ) : null}
      {track ? (
        <Fact term={t('track')}>
          <span className={`track-${track.color} border-l-4 border-track pl-2`}>{track.name}</span>
        </Fact>
      ) : null}
      {colocated ? <Fact term={t('colocated')}>{colocated.pass ? `${colocated.name} (${colocated.pass})` : colocated.name}</Fact> : null}
      {session.kind === 'talk' ? null : <Fact term={t('what')}>{t(`kind.${session.kind}`)}</Fact>}
      {session.slides ? <Fact term={t('slides')}><OutsideLink href={session.slides} /></Fact> : null}
      {session.replay ? <Fact term={t('replay')}><OutsideLink href={session.replay} /></Fact> : null}
      {sourceUrl ? (
        <Fact term={t('source')}>
          <OutsideLink href={sourceUrl} />
        </Fact>
      ) : null}
    </dl>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  )
}

function OutsideLink({ href }: { href: string }) {
  return <a className="text-accent underline underline-offset-4" href={href} rel="noreferrer nofollow">{new URL(href).host}</a>
}
