import { cleanLine } from '@/lib/platform/clean-text'
import type { CalendarEvent } from './event'

export type PeopleOfEvent = { title: string; names: string[] }

/**
 * Who speaks, where a calendar plainly says so. Attendees mostly are people who were invited, whose names are nobody's
 * business: those of a conference's programme have no address ("invalid:nomail", as frab and its kin write). pretalx
 * (PRODID) writes SUMMARY as "title - name, name". Any other title is one.
 */
export function peopleOf({ summary, properties }: CalendarEvent, isPretalx: boolean): PeopleOfEvent {
  const attendees = (properties.get('attendee') ?? []).flatMap(({ parameters, values }) => {
    const name = typeof parameters.cn === 'string' ? cleanLine(parameters.cn) : null
    const isPerson = !/^(?:group|resource|room)$/i.test(String(parameters.cutype ?? ''))
    return name && isPerson && isNoAddress(values[0] ?? '') && !/@|:\/\//.test(name) ? [name] : []
  })
  const [, title, list] = (isPretalx && /^(.*\S)\s+- ?(.*)$/s.exec(summary)) || []
  if (attendees.length > 0 || !title || list === undefined) return { title: summary, names: attendees }
  return { title, names: list.split(/,\s+/).filter(Boolean) }
}

function isNoAddress(value: string): boolean {
  return /^(?:invalid:|(?:mailto:)?(?:nomail|none|invalid)?$)/i.test(value.trim())
}
