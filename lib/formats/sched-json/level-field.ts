import type { SchedSession } from './session'

const renamed = [
  'audience',
  'company',
  'subject',
  'geo_area',
  'custom1',
  'custom2',
  'custom3',
  'custom4',
  'custom5',
] as const

const level = '(?:beginner|novice|introductory|intermediate|advanced|expert|débutant|intermédiaire|avancé|confirmé)s?'
const levelWord = new RegExp(`^(?:any|(?:any|all) (?:level|audience)s?|${level}(?: level)?)$`, 'i')

/**
 * Which of the texts that a site calls as it likes holds levels: the one in which nothing else stands. Elsewhere
 * `company` is a company.
 */
export function levelField(sessions: SchedSession[]): (typeof renamed)[number] | null {
  const holdsLevels = (field: (typeof renamed)[number]) => {
    const said = sessions.flatMap((session) => session[field] ?? [])
    return said.length > 0 && said.every((word) => levelWord.test(word))
  }
  return renamed.find(holdsLevels) ?? null
}
