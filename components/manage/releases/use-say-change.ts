import { useLocale, useTranslations } from 'next-intl'
import { sayWhen, type Clocks } from '@/lib/i18n/dates'
import { dateOn } from '@/lib/platform/time'
import type { ListedSessionChange } from './group-changes'
import { useSayValue } from './use-say-value'

type Fields = ListedSessionChange['fields']
type Said = { key: string; name: string; before: string; after: string }
type Moment = { startAt: string; endAt?: string; dayOn?: string }

/** Says what changed of a session: each field, old beside new; its day, start and end as one time. */
export function useSayChange(clocks: Clocks): (fields: Fields) => Said[] {
  const [t, language, say] = [useTranslations('bringIn'), useLocale(), useSayValue(clocks)]
  const saying = { ...clocks, language }
  const sayTimes = (fields: Fields): Said | null => {
    const [before, after] = [momentOf(fields, 'before'), momentOf(fields, 'after')]
    if (!before || !after || ![before, after].every((moment) => isOnItsDay(moment, clocks))) return null
    const said = sayWhen(before, saying)
    // The day once, where it is the same.
    const under = dateOn(new Date(before.startAt), clocks.timeZone)
    return { key: 'times', name: t('times'), before: said, after: sayWhen(after, { ...saying, under }) }
  }
  return (fields) => {
    const times = sayTimes(fields)
    const others = fields.filter(({ field }) => !times || !timeFields.some((one) => one === field))
    const said = others.map(({ field, before, after }) => ({
      key: field,
      name: t(`sessionField.${field}`),
      before: say(field, before),
      after: say(field, after),
    }))
    return times ? [times, ...said] : said
  }
}

const timeFields = ['dayOn', 'startAt', 'endAt'] as const

function momentOf(fields: Fields, at: 'before' | 'after'): Moment | null {
  const [dayOn, startAt, endAt] = timeFields.map((name) => fields.find(({ field }) => field === name)?.[at])
  return startAt ? { startAt, endAt, dayOn } : null
}

/** Of the night of another day its day has to be said. */
function isOnItsDay({ startAt, dayOn }: Moment, { timeZone }: Clocks): boolean {
  return dayOn === undefined || dayOn === dateOn(new Date(startAt), timeZone)
}
