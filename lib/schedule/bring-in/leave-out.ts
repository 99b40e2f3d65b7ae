import type { Program, ProgramSession } from '@/lib/program/program'
import { changeKey, type SessionDiff } from './diff'

type Compared = { diff: SessionDiff; session: ProgramSession | null }

/**
 * What is let in of an import when some of its changes are left out: their sessions stay as they are, or away, and are
 * news again the next time; nor is made what they alone name.
 * @param left keys of changes, as `changeKey` gives them
 */
export function leaveOut<Change extends Compared>(
  program: Program,
  compared: Change[],
  left: readonly string[],
): { program: Program; compared: Change[] } {
  if (left.length === 0) return { program, compared }
  const out = new Set(left)
  const kept = compared.filter(({ diff }) => !out.has(changeKey(diff)))
  const stay = new Set(kept.flatMap(({ session }) => session ?? []))
  const gone = program.sessions.filter((session) => !stay.has(session))
  const without = <Part extends { key: string }>(parts: Part[], keysOf: (session: ProgramSession) => string[]) => {
    const [lost, used] = [new Set(gone.flatMap(keysOf)), new Set([...stay].flatMap(keysOf))]
    return parts.filter(({ key }) => used.has(key) || !lost.has(key))
  }
  return {
    compared: kept,
    program: {
      ...program,
      rooms: without(program.rooms, ({ roomKeys }) => roomKeys),
      tracks: without(program.tracks, ({ trackKey }) => (trackKey === null ? [] : [trackKey])),
      colocatedEvents: without(program.colocatedEvents, ({ colocatedKey }) =>
        colocatedKey === null ? [] : [colocatedKey],
      ),
      speakers: without(program.speakers, ({ speakerKeys }) => speakerKeys),
      sessions: program.sessions.filter((session) => stay.has(session)),
    },
  }
}
