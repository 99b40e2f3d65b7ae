import { useLocale, useTranslations } from 'next-intl'
import { useMemo, useState, type ReactNode } from 'react'
import { SessionFlags } from './session-flags'
import { RoomLine } from './state-sign'
import { useFlagWords } from './use-flag-words'
import { useRoomNotes } from './use-room-notes'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { DOT, Facts } from '@/components/ui/facts'
import { ListShape } from '@/components/ui/shape'
import { dateOfWhen, lengthOf, sayWhen, spanWords } from '@/lib/i18n/dates'
import { findAlternatives, type Alternative } from '@/lib/planning/alternatives'
import type { Picks } from '@/lib/planning/schema'
import { slotOf } from '@/lib/planning/slots'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { partsOf, roomNames } from '@/lib/program/agenda-parts'
import { useFullness } from '@/components/shared/use-fullness'
import { useNow } from '@/components/shared/use-now'

const SHOWN_FIRST = 6

type Span = { start: number; end: number }

type Props = {
  /** The whole agenda; null: it is on its way. */
  agenda: Agenda | null
  picks: Picks
  /** Instead of which session, or for which free time (milliseconds since 1970). */
  wanted: AgendaSession | Span
  timeZone: string
  onTake: (session: AgendaSession) => void
  onClose: () => void
  /** What is to be said or done about the session itself, above what else is on. */
  children?: ReactNode
}

/** What else is on: the likeliest wish first, with the reasons, and each with one tap. Load it where it is opened. */
export function PlanBDialog({ agenda, picks, wanted, timeZone, onTake, onClose, children }: Props) {
  const [t, schedule, language] = [useTranslations('plan'), useTranslations('schedule'), useLocale()]
  const title =
    'id' in wanted
      ? wanted.title
      : t(
          'onBetween',
          spanWords(wanted, {
            timeZone,
            language,
            under: dateOfWhen({ startAt: wanted.start }, agenda?.conference.timeZone ?? timeZone),
          }),
        )
  return (
    <Dialog title={title} closeName={schedule('close')} onClose={onClose}>
      {children}
      {'id' in wanted ? <h3 className="font-semibold">{t('instead')}</h3> : null}
      {agenda ? (
        <Alternatives agenda={agenda} picks={picks} wanted={wanted} timeZone={timeZone} onTake={onTake} />
      ) : (
        <>
          <p role="status" className="sr-only">
            {t('loading')}
          </p>
          <ListShape />
        </>
      )}
    </Dialog>
  )
}

function Alternatives({
  agenda,
  picks,
  wanted,
  timeZone,
  onTake,
}: Pick<Props, 'picks' | 'wanted' | 'timeZone' | 'onTake'> & { agenda: Agenda }) {
  const [t, language, flagWords] = [useTranslations('plan'), useLocale(), useFlagWords()]
  const [all, setAll] = useState(false)
  const parts = useMemo(() => partsOf(agenda), [agenda])
  const fullnessOf = useFullness(agenda)
  const roomOf = useRoomNotes(agenda.conference, useNow())
  const found = useMemo(() => {
    const slot = slotOf(agenda, picks, wanted)
    return slot ? findAlternatives(agenda, picks, slot, fullnessOf) : []
  }, [agenda, picks, wanted, fullnessOf])
  const isReplacing = 'id' in wanted && picks.get(wanted.id) !== undefined
  if (found.length === 0) return <p className="text-muted">{t('nothingElse')}</p>
  return (
    <>
      <ul className="grid">{(all ? found : found.slice(0, SHOWN_FIRST)).map(alternative)}</ul>
      {found.length > SHOWN_FIRST && !all ? (
        <Button onClick={() => setAll(true)}>{t('showAll', { count: found.length })}</Button>
      ) : null}
    </>
  )

  function alternative({ session, reasons, minutes }: Alternative) {
    const facts = [
      session.flags && <SessionFlags of={session.flags} words={flagWords} />,
      sayWhen(session, {
        timeZone,
        language,
        under: 'id' in wanted ? wanted.dayOn : dateOfWhen({ startAt: wanted.start }, timeZone),
      }),
      roomNames(session, parts),
      parts.tracks.get(session.track ?? '')?.name,
    ]
    const room = roomOf(session)
    return (
      <li
        key={session.id}
        className={
          'flex items-center justify-between gap-2 border-b border-line py-2 last:border-0 max-[20rem]:flex-wrap'
        }
      >
        <div className="min-w-0">
          <a
            dir="auto"
            lang={session.language}
            href={pageAddress(agenda.conference.slug, 'session', session.slug)}
            className="inline-flex min-h-6 font-medium leading-snug"
          >
            {session.title}
          </a>
          <p className="text-sm text-muted">
            <Facts of={facts} />
          </p>
          {room ? (
            <p className="text-sm">
              <RoomLine note={room} />
            </p>
          ) : null}
          {reasons.length > 0 ? (
            <p className="text-sm font-medium text-good">
              {reasons
                .filter((reason) => (reason !== 'full' && reason !== 'free') || !room)
                .map((reason) => t(`reason.${reason}`, lengthOf(minutes ?? 0)))
                .join(DOT)}
            </p>
          ) : null}
        </div>
        <Button
          className="shrink-0"
          aria-label={`${t(isReplacing ? 'takeInstead' : 'take')}: ${session.title}`}
          onClick={() => onTake(session)}
        >
          {t('take')}
        </Button>
      </li>
    )
  }
}
