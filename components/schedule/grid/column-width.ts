import { STRIP, type GridColumn } from '@/lib/planning/grid'
import type { AgendaSession } from '@/lib/program/agenda'
import { speakersAlone, type AgendaParts } from '@/lib/program/agenda-parts'

/** Nine of them fit at 1280; with fewer rooms they grow. */
const NARROWEST_REM = 8
const LANE_REM = 6
/** A letter of a title and of a fact on average, and what beside them is border, padding and the pick. */
const [TITLE_REM, FACT_REM, BESIDE_REM] = [0.46, 0.42, 2.5]
/** Longer ones are broken. */
const LONGEST_WORD = 16

/** How wide a column must be for the words in it to stay whole, in rem. */
export function columnRem({ cells, lanes }: GridColumn, parts: AgendaParts): number {
  const needed = cells
    .filter(({ width }) => width > STRIP)
    .map(
      ({ sessions, width }) => (Math.max(...sessions.map((session) => wordsRem(session, parts))) + BESIDE_REM) / width,
    )
  return Math.max(NARROWEST_REM, LANE_REM * lanes, ...needed)
}

function wordsRem(session: AgendaSession, parts: AgendaParts): number {
  const facts = [speakersAlone(session, parts), parts.tracks.get(session.track ?? '')?.name ?? '']
  return Math.max(longestWord(session.title) * TITLE_REM, ...facts.map((fact) => longestWord(fact) * FACT_REM))
}

function longestWord(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  return Math.max(0, ...words.map(({ length }) => length).filter((length) => length <= LONGEST_WORD))
}
