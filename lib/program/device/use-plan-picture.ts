import { useEffect, useState } from 'react'
import { withEngine } from '@/lib/sync/client/store/local-state'
import { pictureAddress } from '../building/floor-address'

/**
 * Where the picture of a plan is to be had: on this device, else at the server. Undefined until that is known.
 * @param picture its key
 */
export function usePlanPicture(picture: string): string | undefined {
  const [found, setFound] = useState<{ picture: string; url: string } | null>(null)
  useEffect(() => {
    let [isOver, made] = [false, '']
    const kept = withEngine().then((engine) => engine.store().floorPlans.get(picture))
    // No store to be had (a private window): the server has it.
    void kept
      .catch(() => undefined)
      .then((row) => {
        if (isOver) return
        if (row) made = URL.createObjectURL(row.blob)
        setFound({ picture, url: made || pictureAddress(picture) })
      })
    return () => {
      isOver = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [picture])
  return found?.picture === picture ? found.url : undefined
}
