import { useLocale, useTranslations } from 'next-intl'
import { isElsewhere, type Zone } from '@/components/shared/zone-note'
import { sayDay, sayWhen } from '@/lib/i18n/dates'
import { cityOf } from '@/lib/i18n/zones'
import type { PlanDay, PlanEntry } from '@/lib/planning/plan'
import { isolated } from '@/lib/platform/bidi'
import { roomNames, type AgendaParts } from '@/lib/program/agenda-parts'

type Props = { conference: string; plan: readonly PlanDay[]; parts: AgendaParts; zone: Zone }

/** The whole plan as one page of paper; a screen does not show it. */
export function PlanPrint({ conference, plan, parts, zone }: Props) {
  const [t, schedule, language] = [useTranslations('plan'), useTranslations('schedule'), useLocale()]
  const { timeZone } = zone
  const days = plan.filter(({ entries, untimed }) => entries.length + untimed.length > 0)
  return (
    <div className="hidden text-[9pt] leading-snug print:block">
      <p className="text-[14pt] font-semibold">
        {t('title')} · <span dir="auto">{isolated(conference)}</span>
      </p>
      {isElsewhere(zone) ? <p>{schedule('timesIn', { zone: cityOf(timeZone) })}</p> : null}
      {days.map(({ day, entries, untimed }) => (
        <table key={day} className="mt-2 w-full border-collapse">
          <caption className="border-b border-edge text-left text-[11pt] font-semibold">
            {sayDay(day, language, 'long')}
          </caption>
          <tbody>
            {entries.map((entry) => line(entry, day))}
            {untimed.map(({ session }) => row(session.id, '', roomNames(session, parts), session.title))}
          </tbody>
        </table>
      ))}
    </div>
  )

  function line(entry: PlanEntry, day: string) {
    if ('placed' in entry) {
      const { block, startAt, endAt } = entry.placed
      return row(block.id, sayWhen({ startAt, endAt }, { timeZone, language, under: day }), '', block.title)
    }
    const { session, rank } = entry
    return row(
      session.id,
      sayWhen(session, { timeZone, language, under: day }),
      roomNames(session, parts),
      isolated(session.title),
      rank === 'planB' ? t('planB') : '',
    )
  }

  function row(id: string, when: string, where: string, title: string, mark = '') {
    return (
      <tr key={id} className="break-inside-avoid border-b border-line align-top">
        <td className="w-[6.5rem] py-0.5 pr-2 whitespace-nowrap tabular-nums">{when}</td>
        <td className="w-1/4 py-0.5 pr-2 font-medium">{where}</td>
        <td className="py-0.5">
          {mark ? <em>{mark} · </em> : null}
          <span dir="auto">{title}</span>
        </td>
      </tr>
    )
  }
}
