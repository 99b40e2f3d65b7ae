import { onceFor } from '@/lib/platform/once-for'
import { MOST_ENTRIES } from '../json/entries'
import type { Adapter, ImportFile } from '../reading/adapter'
import { decodeText } from '../reading/encoding'
import { languageCode } from '../reading/language-code'
import { plainLine } from '../reading/plain-text'
import { startProgram } from '../reading/program-draft'
import { graphOf, type Found, type Graph } from './events'
import { addLinkedSessions } from './sessions'
import { linkedDataOf } from './scripts'

/**
 * Events of schema.org, in the scripts of a page or as JSON-LD: the sessions are the parts (`subEvent`, `superEvent`)
 * of an event, or, where none has parts, several events beside each other. A page that tells of the conference alone
 * gives no session, and says so. A date with a time and no offset is a wall time of `timeZone`.
 */
export const jsonLd: Adapter = {
  format: 'json-ld',
  recognises: (files) => files.some((file) => eventsOf(file).events.length > 0),
  inspect: (files) => ({
    title: titleOf(conferenceOf(files.flatMap((file) => eventsOf(file).events))),
    siteKey: null,
    timeZone: null,
  }),

  parse: (files, { timeZone, answers }) => {
    const draft = startProgram()
    const read = files.map((file) => ({ file, graph: eventsOf(file) }))
    for (const { file, graph } of read) {
      const pathOf = (path: string) =>
        files.length > 1 || path === '' ? [file.name, path].filter(Boolean).join(': ') : path
      const left = graph.events[MOST_ENTRIES - 1]
      if (left) draft.addProblem('error', pathOf(left.path), 'too-many-entries', `> ${MOST_ENTRIES - 1}`)
      const sessions = sessionsOf(graph)
      const [only] = graph.events.filter(({ parent, children }) => parent === null && children === 0)
      if (sessions.length === 0 && only)
        draft.addProblem('error', pathOf(only.path), 'only-conference', plainLine(only.event.name ?? ''))
      else if (sessions.length === 0) draft.addProblem('error', file.name, 'no-sessions')
      addLinkedSessions(sessions, graph, { draft, timeZone, answers, pathOf })
    }
    const conference = conferenceOf(read.flatMap(({ graph }) => graph.events))
    const { program, ...told } = draft.finish()
    const language = languageCode(conference?.event.inLanguage[0])
    return { program: { ...program, title: titleOf(conference), language }, ...told }
  },
}

/** Read once for each file, which is recognised, looked at and parsed. */
const eventsOf = onceFor((file: ImportFile): Graph => {
  const isLinked = decodeText(file.bytes).text.includes('"@type"')
  return graphOf(isLinked ? linkedDataOf(file) : [])
})

/** The parts that have no parts themselves; else events that stand beside each other. */
export function sessionsOf({ events }: Pick<Graph, 'events'>): Found[] {
  const leaves = events.filter(({ children }) => children === 0)
  const parts = leaves.filter(({ parent }) => parent !== null)
  return parts.length > 0 || leaves.length < 2 ? parts : leaves
}

/** What the sessions are part of: the event with the most parts that is part of nothing; a page's only event. */
function conferenceOf(events: Found[]): Found | null {
  const [most = null] = events
    .filter(({ parent }) => parent === null)
    .sort((one, other) => other.children - one.children)
  return most && (most.children > 0 || events.length === 1) ? most : null
}

function titleOf(conference: Found | null): string | null {
  return conference ? plainLine(conference.event.name ?? '') || null : null
}
