import { useEffect, useState } from 'react'
import { inParts, type Parts } from '@/lib/platform/tasks/in-parts'

/**
 * What comes of long work, done a little at a time after what is seen; what came of it before stays until then.
 * @param begin the same function while nothing is other; null: there is nothing to do yet
 * @returns null: nothing came of it yet
 */
export function useInParts<Result>(begin: () => Parts<Result> | null): Result | null {
  const [result, setResult] = useState<Result | null>(null)
  useEffect(() => {
    const parts = begin()
    if (!parts) return
    let isOver = false
    void inParts(parts, () => isOver).then((made) => {
      if (made !== null && !isOver) setResult(made)
    })
    return () => {
      isOver = true
    }
  }, [begin])
  return result
}
