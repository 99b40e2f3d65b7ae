import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Facts, Outside } from '@/components/ui/facts'
import { sayWhen } from '@/lib/i18n/dates'
import { isolated } from '@/lib/platform/bidi'
import type { AgendaSession } from '@/lib/program/agenda'
import type { AgendaParts } from '@/lib/program/agenda-parts'

type Props = { session: AgendaSession; parts: AgendaParts; timeZone: string; sourceUrl?: string | null }

/** When, where, who and under what: the facts of a session as a list of terms. */
export function SessionFacts({ session, parts, timeZone, sourceUrl }: Props) {
  const t = useTranslations('session')
  const rooms = session.rooms.flatMap((id) => parts.rooms.get(id) ?? [])
  const speakers = session.speakers.flatMap((id) => parts.speakers.get(id) ?? [])
  const track = session.track ? parts.tracks.get(session.track) : undefined
  const colocated = session.colocated ? parts.colocatedEvents.get(session.colocated) : undefined
  const time = sayWhen(session, { timeZone, language: useLocale(), style: 'long' })
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
      <Fact term={t('when')}>
        <span className="tabular-nums">{time}</span>
        {session.startAt ? '' : ` · ${t('toBeAnnounced')}`}
      </Fact>
      {rooms.length > 0 ? (
        <Fact term={t('where')}>
          <Facts
            between=", "
            of={rooms.map((room) =>
              room.capacity
                ? t('roomWithCapacity', { room: isolated(room.name), capacity: room.capacity, kind: room.capacityKind })
                : room.name,
            )}
          />
        </Fact>
      ) : null}
      {speakers.length > 0 ? (
        <Fact term={t('who')}>
          <ul>
            {speakers.map((speaker) => (
              <li key={speaker.id}>
                <Outside>{speaker.name}</Outside>
                {speaker.company ? (
                  <span className="text-muted">
                    , <Outside>{speaker.company}</Outside>
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </Fact>
      ) : null}
      {track ? (
        <Fact term={t('track')}>
          <span className={`track-${track.color} border-l-4 border-track pl-2`}>
            <Outside>{track.name}</Outside>
          </span>
        </Fact>
      ) : null}
      {colocated ? (
        <Fact term={t('colocated')}>
          <Outside>
            {colocated.pass ? `${isolated(colocated.name)} (${isolated(colocated.pass)})` : colocated.name}
          </Outside>
        </Fact>
      ) : null}
      {session.kind === 'talk' ? null : <Fact term={t('what')}>{t(`kind.${session.kind}`)}</Fact>}
      {session.slides ? (
        <Fact term={t('slides')}>
          <OutsideLink href={session.slides} />
        </Fact>
      ) : null}
      {session.replay ? (
        <Fact term={t('replay')}>
          <OutsideLink href={session.replay} />
        </Fact>
      ) : null}
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
  return (
    <a className="text-accent underline underline-offset-4" href={href} rel="noreferrer nofollow">
      {new URL(href).host}
    </a>
  )
}
