import ICAL from 'ical.js'

/** More times of one event are no conference's. */
export const MOST_REPEATS = 200

/**
 * The wall times at which an event repeats, the first one included, by its RRULE.
 * @param start "2027-07-06T09:00:00" or a date
 * @returns `cut`: there are more, or the rule is none that can be followed: every day or on some days of every week, so
 * often or until a day
 */
export function repeatsOf(start: string, rule: string): { times: string[]; cut: boolean } {
  if (
    !/^FREQ=(DAILY|WEEKLY)(;|$)|;FREQ=(DAILY|WEEKLY)(;|$)/i.test(rule) ||
    !rule.split(';').every((part) => simple.test(part))
  )
    return { times: [start], cut: true }
  const isEndless = !/(^|;)(COUNT|UNTIL)=/i.test(rule)
  if (isEndless) return { times: [start], cut: true }
  try {
    const iterator = ICAL.Recur.fromString(rule.toUpperCase()).iterator(ICAL.Time.fromString(start, null))
    const times = [start]
    for (let next = iterator.next(); next && times.length <= MOST_REPEATS; next = iterator.next())
      if (next.toString() !== start) times.push(next.toString())
    return { times: times.slice(0, MOST_REPEATS), cut: times.length > MOST_REPEATS }
  } catch {
    // ical.js throws for a rule that it cannot read, its only way to say so.
    return { times: [start], cut: true }
  }
}

const weekday = '(SU|MO|TU|WE|TH|FR|SA)'
const byDay = `BYDAY=${weekday}(,${weekday})*`
const simple = new RegExp(
  String.raw`^(FREQ=\w+|COUNT=\d{1,4}|UNTIL=\d{8}(T\d{6}Z?)?|INTERVAL=[1-9]\d?|WKST=\w\w|${byDay}|)$`,
  'i',
)
