import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { DOT } from '@/components/ui/facts'
import { sayWhen } from '@/lib/i18n/dates'
import { coverageOf, type Covered } from '@/lib/planning/coverage'
import type { Group, Member } from '@/lib/planning/together'
import { isolated } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda } from '@/lib/program/agenda'
import { SharedNoteLink } from './shared-note-link'

type Props = {
  group: Group
  agenda: Agenda
  days: { date: string; label: string }[]
  nameOf: (member: Member) => string
}

/** Day by day: who covers what, what nobody covers, and where two could split up. */
export function Coverage({ group, agenda, days, nameOf }: Props) {
  const t = useTranslations('together')
  const coverage = useMemo(() => coverageOf(agenda, group), [agenda, group])
  if (coverage.length === 0) return <p>{t('nothingPicked')}</p>
  return coverage.map(({ day, covered }) => (
    <section key={day}>
      <h3 className="py-2 font-semibold">{days.find(({ date }) => date === day)?.label ?? day}</h3>
      <ul className="grid gap-2">
        {covered.map((one) => (
          <CoveredRow key={one.session.id} covered={one} group={group} agenda={agenda} nameOf={nameOf} />
        ))}
      </ul>
    </section>
  ))
}

type RowProps = Omit<Props, 'days'> & { covered: Covered }

function CoveredRow({
  covered: { session, going, couldGo, insteadOf },
  group,
  agenda: { conference },
  nameOf,
}: RowProps) {
  const [t, language] = [useTranslations('together'), useLocale()]
  const names = (members: Member[]) => members.map((member) => isolated(nameOf(member))).join(', ')
  const isOpen = going.length === 0
  return (
    <li className={`grid gap-1 rounded-lg border-l-4 bg-sunken px-3 py-2 ${isOpen ? 'border-warning' : 'border-good'}`}>
      <p className="text-sm text-muted">
        {sayWhen(
          { startAt: session.startAt, endAt: session.endAt },
          { timeZone: conference.timeZone, language, under: session.dayOn },
        )}
      </p>
      <a
        dir="auto"
        className="inline-flex min-h-11 items-center font-medium underline underline-offset-4"
        href={pageAddress(conference.slug, 'session', session.slug)}
      >
        {session.title}
      </a>
      <p className={`text-sm ${isOpen ? 'font-medium text-warning' : ''}`}>
        {isOpen ? t('nobody', { names: names(couldGo) }) : t('going', { names: names(going) })}
      </p>
      {insteadOf.length > 0 ? (
        <p className="text-sm">
          {t('splitUp', { count: going.length, titles: insteadOf.map(({ title }) => isolated(title)).join(DOT) })}
        </p>
      ) : null}
      <SharedNoteLink conference={conference} session={session} group={group} />
    </li>
  )
}
