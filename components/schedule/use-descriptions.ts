import { useEffect, useState } from 'react'

const none: ReadonlyMap<string, string> = new Map()

/**
 * The texts of sessions and speakers by id: this device's own at once, the server's when they come. Empty until they
 * are wanted.
 */
export function useDescriptions(conference: string, wanted: boolean): ReadonlyMap<string, string> {
  const [descriptions, setDescriptions] = useState(none)
  useEffect(() => {
    if (!wanted) return
    let isOver = false
    const show = (texts: Record<string, string> | null) => {
      if (!isOver && texts) setDescriptions(new Map(Object.entries(texts)))
    }
    void import('@/lib/program/device/keep-conference')
      .then(async ({ keptDescriptions, newestDescriptions }) => {
        show(await keptDescriptions(conference))
        show(await newestDescriptions(conference))
      })
      // No network, not even for this code: titles and speakers are searched all the same.
      .catch(() => undefined)
    return () => void (isOver = true)
  }, [conference, wanted])
  return descriptions
}
