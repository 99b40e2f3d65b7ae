const days = '(?: (?:SU|MO|TU|WE|TH|FR|SA))*'
const daysOrWeeks = new RegExp(String.raw`^([DW])(\d{1,2})(${days})(?: #(\d{1,4}))?(?: (\d{8}(?:T\d{6}Z?)?))?$`, 'i')

/** The times of a rule that does not say how many. */
const USUAL_COUNT = 2

/**
 * A rule of vCalendar 1.0 by days or weeks, "W1 MO TU #6" or "D1 #0 20270710T000000Z", as RRULE writes it since; any
 * other text as it is.
 */
export function ruleInWords(rule: string): string {
  const [, letter, interval, weekdays = '', count, until] = daysOrWeeks.exec(rule) ?? []
  if (!letter || !interval) return rule
  return [
    `FREQ=${letter.toUpperCase() === 'D' ? 'DAILY' : 'WEEKLY'};INTERVAL=${interval}`,
    weekdays && `BYDAY=${weekdays.trim().replace(/ /g, ',')}`,
    until ? `UNTIL=${until}` : count !== '0' && `COUNT=${count ?? USUAL_COUNT}`,
  ]
    .filter(Boolean)
    .join(';')
}
