import { useEffect, useState } from 'react'
import { listEarlierTextsAction } from '@/lib/recaps/server/actions'
import type { EarlierText } from '@/lib/recaps/server/queries'
import { savesOf } from '../saves-of'

/**
 * The earlier texts of a recap, as they are now, and anew whenever an editor on this page or in another tab has saved
 * it.
 */
export function useEarlierTexts(id: string, atFirst: readonly EarlierText[]): readonly EarlierText[] {
  const [texts, setTexts] = useState(atFirst)
  useEffect(() => {
    const saves = savesOf(id)
    // Without a network those that are shown stay.
    const ask = () =>
      void listEarlierTextsAction({ id }).then(
        (answer) => answer.ok && setTexts(answer.value),
        () => undefined,
      )
    saves.addEventListener('message', ask)
    ask()
    return () => saves.close()
  }, [id])
  return texts
}
