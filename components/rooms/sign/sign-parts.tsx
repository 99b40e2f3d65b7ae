import { useLocale, useTranslations } from 'next-intl'
import { RoomBar } from '@/components/rooms/room-bar'
import { stateColors, StateSign } from '@/components/shared/state-sign'
import { DOT, Outside } from '@/components/ui/facts'
import { dateOfWhen, lengthOf, sayLength, sayWhen } from '@/lib/i18n/dates'
import { isolated } from '@/lib/platform/bidi'
import { MINUTE_MS } from '@/lib/platform/time'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import type { Sign } from '@/lib/rooms/sign'

type Part = { sign: Sign; agenda: Agenda; now: Date }

/** How full the room is, in its sign, its word, a bar and its age; how long the queue is, and how late it runs. */
export function StateLine({ sign: { state }, now }: { sign: Sign; now: Date }) {
  const [t, rooms, states] = [useTranslations('sign'), useTranslations('rooms'), useTranslations('roomState')]
  if (!state || (state.state === 'unknown' && !state.queueMinutes && !state.delayMinutes)) return null
  const said = [
    state.origin ? rooms(`origin.${state.origin}`, { voices: state.voices }) : '',
    state.at ? rooms('ago', lengthOf(minutesBetween(Date.parse(state.at), now))) : '',
  ].filter(Boolean)
  return (
    <div role="status" className="grid gap-[0.25em]">
      <p className="flex flex-wrap items-center gap-x-[0.75em]">
        {state.state === 'unknown' ? null : (
          <span className={`flex items-center gap-[0.25em] text-[1.5em] font-semibold ${stateColors[state.state]}`}>
            <StateSign state={state.state} className="size-[0.9em]" />
            {state.origin === 'forecast' ? rooms('likely', { state: states(state.state) }) : states(state.state)}
          </span>
        )}
        {state.delayMinutes ? (
          <strong className="text-[1.25em] text-warning">{t('late', { length: sayLength(state.delayMinutes) })}</strong>
        ) : null}
        {state.queueMinutes ? (
          <strong className="text-[1.25em] text-warning">
            {rooms('queue', { length: sayLength(state.queueMinutes) })}
          </strong>
        ) : null}
        {said.length > 0 ? <span className="text-[0.875em] text-muted">{said.join(DOT)}</span> : null}
      </p>
      <RoomBar state={state} className="h-[0.4em] rounded-full" />
    </div>
  )
}

/** What is on, all of it where several things are at once; else that nothing is. */
export function NowOn({ sign, agenda, now }: Part) {
  const t = useTranslations('sign')
  if (sign.now.length === 0)
    return (
      <p className="text-[1.5em] font-semibold text-muted">
        {t(sign.hasToday ? 'nothingOn' : 'nothingToday')}
        {sign.next.length === 0 ? `${DOT}${t('nothingMore')}` : ''}
      </p>
    )
  return (
    <section className="grid gap-[0.5em]">
      <h2 className="text-[0.875em] font-semibold text-accent">{t('now')}</h2>
      {sign.now.map((session, index) => (
        <div key={session.id} className={index > 1 ? 'spare-3' : ''}>
          <p className={`font-semibold leading-[1.15] ${sign.now.length > 1 ? 'text-[1.5em]' : 'text-[2em]'}`}>
            <Title session={session} />
          </p>
          <Speakers session={session} agenda={agenda} />
          <p className="tabular-nums text-muted">
            <WhenOf session={session} agenda={agenda} now={now} />
          </p>
        </div>
      ))}
    </section>
  )
}

/** What comes in this room, with its day where that is another. */
export function ToCome({ sign, agenda, now }: Part) {
  const t = useTranslations('sign')
  if (sign.next.length === 0) return null
  return (
    <section className="grid gap-[0.25em]">
      <h2 className="text-[0.875em] font-semibold text-accent">{t('next')}</h2>
      <ul className="grid gap-[0.4em]">
        {sign.next.map((session, index) => (
          <li key={session.id} className={index === 0 ? '' : index === 1 ? 'spare-3' : 'spare-1'}>
            <span className="tabular-nums text-muted">
              <WhenOf session={session} agenda={agenda} now={now} />
            </span>{' '}
            <span className="font-semibold">
              <Title session={session} />
            </span>
            <span className="spare-1 block">
              <Speakers session={session} agenda={agenda} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is here today at a time that nobody knows yet. */
export function Untimed({ sign: { untimed } }: Part) {
  const t = useTranslations('sign')
  if (untimed.length === 0) return null
  return (
    <section className="spare-2 grid gap-[0.25em]">
      <h2 className="text-[0.875em] font-semibold text-accent">{t('untimed')}</h2>
      <ul>
        {untimed.map((session) => (
          <li key={session.id} className="font-semibold">
            <Title session={session} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What organizers tell whoever is here, from when and about what. */
export function Announced({ sign: { announcements, room }, agenda, now }: Part) {
  const t = useTranslations('rooms')
  return (
    <ul aria-label={t('announced.title')} aria-live="polite" className="grid gap-[0.5em] empty:hidden">
      {announcements.map(({ id, text, language, room: to, session, at }, index) => {
        const about = to ? room.name : agenda.sessions.find((one) => one.id === session)?.title
        return (
          <li
            key={id}
            className={
              'rounded border border-line border-l-[0.25em] border-l-accent bg-raised p-[0.5em] ' +
              (index > 0 ? 'spare-1' : '')
            }
          >
            <p className="text-[0.875em] text-muted">
              {t('announced.from', { about: about ?? 'all', name: isolated(about ?? '') })}
              {DOT}
              {t('ago', lengthOf(minutesBetween(Date.parse(at), now)))}
            </p>
            <p dir="auto" lang={language} className="whitespace-pre-line font-medium">
              <Outside>{text}</Outside>
            </p>
          </li>
        )
      })}
    </ul>
  )
}

type Heard = { heardAt: Date | null; failed: boolean; now: Date; timeZone: string }

/** A screen that was asleep asks at once: what it has not heard for so long it does not hear. */
const SILENT_MINUTES = 3

/** Since when the server has said nothing: what stands here is right by this device's clock, unless it was changed. */
export function Silence({ heardAt, failed, now, timeZone }: Heard) {
  const [t, language] = [useTranslations('sign'), useLocale()]
  const isSilent = heardAt ? minutesBetween(heardAt.getTime(), now) >= SILENT_MINUTES : failed
  const under = dateOfWhen({ startAt: now }, timeZone)
  return (
    <p role="status" className="font-medium text-warning empty:hidden">
      {isSilent
        ? heardAt
          ? t('silent', { time: sayWhen({ startAt: heardAt }, { timeZone, language, under }) })
          : t('unheard')
        : ''}
    </p>
  )
}

function WhenOf({ session, agenda, now }: { session: AgendaSession; agenda: Agenda; now: Date }) {
  const language = useLocale()
  const { timeZone } = agenda.conference
  return sayWhen(session, { timeZone, language, under: dateOfWhen({ startAt: now }, timeZone) })
}

function Title({ session: { title, language, status } }: { session: AgendaSession }) {
  const t = useTranslations('sign')
  const isCancelled = status === 'cancelled'
  return (
    <>
      {isCancelled ? <span className="font-semibold text-danger">{t('cancelled')} </span> : null}
      <span lang={language} className={isCancelled ? 'line-through' : ''}>
        <Outside>{title}</Outside>
      </span>
    </>
  )
}

function Speakers({ session, agenda }: { session: AgendaSession; agenda: Agenda }) {
  const names = session.speakers.flatMap((id) => agenda.speakers.find((one) => one.id === id)?.name ?? [])
  if (names.length === 0) return null
  return (
    <span className="block">
      {names.map((name, index) => (
        <span key={index}>
          {index > 0 ? ', ' : ''}
          <Outside>{name}</Outside>
        </span>
      ))}
    </span>
  )
}

function minutesBetween(from: number, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - from) / MINUTE_MS))
}
