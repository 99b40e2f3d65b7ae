/** Is this a property that holds dates or times? */
export function isDateProperty(name: string): boolean {
  return /^(?:DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE)$/i.test(name)
}

/**
 * The values of a date property as "2026-03-22", "2026-03-22T07:00:00" or with a "Z", by how they look: a type (VALUE)
 * may lie. A period is a list in JSON of its start and its end or length; what is none of these is "".
 */
export function dateValues(text: string): string[] {
  const values = text.split(',').map((value) => value.trim())
  return values.filter(Boolean).map((value) => {
    const [from = '', till] = value.split('/')
    return till === undefined ? dateValue(value) : JSON.stringify([dateValue(from), dateValue(till) || till])
  })
}

const basic = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?$/i
const extended = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/i

function dateValue(text: string): string {
  const [, year, month, day, hour, minute, second = '00', zone = ''] = basic.exec(text) ?? extended.exec(text) ?? []
  if (year === undefined) return ''
  const date = `${year}-${month}-${day}`
  if (hour === undefined) return date
  const wall = `${date}T${hour}:${minute}:${second}`
  return /\d/.test(zone) ? instantText(wall, zone) : `${wall}${zone.toUpperCase()}`
}

function instantText(wall: string, offset: string): string {
  const at = new Date(`${wall}${offset.replace(/^(.\d{2}):?/, '$1:')}`)
  return Number.isNaN(at.getTime()) ? wall : at.toISOString().replace('.000Z', 'Z')
}
