import type { BoardIndex } from '@/lib/desk/board/warnings/board-index'
import type { BoardWarning } from '@/lib/desk/board/warnings/warning'
import { SeverityMark } from './severity-mark'
import { useWarningWords } from './use-warning-words'

/** So many are read while something is on its way. */
export const MOST_SHOWN = 3

/** The worst of what would be wrong, as items of a list. */
export function WarningLines({ index, warnings }: { index: BoardIndex | null; warnings: readonly BoardWarning[] }) {
  const say = useWarningWords(index)
  return warnings.slice(0, MOST_SHOWN).map((warning) => (
    <li key={warning.key} className="flex gap-2">
      <SeverityMark of={warning.severity} />
      {say(warning)}
    </li>
  ))
}
