import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { sayTime } from '@/components/schedule/say-time'
import { Button } from '@/components/ui/button'
import { findAlternatives } from '@/lib/planning/alternatives'
import type { Picks } from '@/lib/planning/schema'
import { drawnSpan, timeSpanOf } from '@/lib/planning/time-span'
import type { Agenda, AgendaSession } from '@/lib/schedule/agenda'
import { roomNames, type AgendaParts } from '@/lib/schedule/agenda-parts'

const SHOWN = 6
const nobodyKnows = () => null

type Props = { agenda: Agenda; parts: AgendaParts; picks: Picks; session: AgendaSession; timeZone: string; onSwap: (alternative: AgendaSession) => void }

/** What else is on in the slot of a pick, folded; looked for once it is opened. */
export function PlanB(props: Props) {
  const t = useTranslations('plan')
  const [open, setOpen] = useState(false)
  return (
    <details className="px-3" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="min-h-11 py-2 text-sm" aria-label={`${t('instead')}: ${props.session.title}`}>{t('instead')}</summary>
      {open ? <Alternatives {...props} /> : null}
    </details>
  )
}

function Alternatives({ agenda, parts, picks, session, timeZone, onSwap }: Props) {
  const t = useTranslations('plan')
  const found = useMemo(() => {
    const span = timeSpanOf(session)
    return span ? findAlternatives(agenda, picks, { ...drawnSpan(span), instead: session }, nobodyKnows).slice(0, SHOWN) : []
  }, [agenda, picks, session])
  if (found.length === 0) return <p className="pb-2 text-sm text-muted">{t('nothingElse')}</p>
  return (
    <ul className="grid gap-2 pb-2">
      {found.map(({ session: other, reasons }) => (
        <li key={other.id} className="flex flex-wrap items-center justify-between gap-2 rounded-lg border border-line p-2">
          <div className="min-w-0">
            <a dir="auto" lang={other.language} href={`/c/${agenda.conference.slug}/sessions/${other.slug}`} className="font-medium">{other.title}</a>
            <p dir="auto" className="text-sm text-muted">{[sayTime(other, timeZone), roomNames(other, parts), ...reasons.map((reason) => t(`reason.${reason}`))].filter(Boolean).join(' · ')}</p>
          </div>
          <Button aria-label={`${t('takeInstead')}: ${other.title}`} onClick={() => onSwap(other)}>{t('takeInstead')}</Button>
        </li>
      ))}
    </ul>
  )
}
