import { useEffect, useState } from 'react'
import * as z from 'zod/mini'

const none: ReadonlyMap<string, string> = new Map()

/** The sessions' texts by id, fetched when first wanted; empty until then and without a network. */
export function useDescriptions(conference: string, wanted: boolean): ReadonlyMap<string, string> {
  const [descriptions, setDescriptions] = useState(none)
  useEffect(() => {
    if (!wanted || descriptions !== none) return
    const cancel = new AbortController()
    fetch(`/c/${conference}/descriptions.json`, { signal: cancel.signal })
      .then(async (answer) => answer.ok && setDescriptions(new Map(Object.entries(await read(answer)))))
      // Offline: titles and speakers are searched all the same.
      .catch(() => undefined)
    return () => cancel.abort()
  }, [conference, wanted, descriptions])
  return descriptions
}

async function read(answer: Response): Promise<Record<string, string>> {
  return z.record(z.string(), z.string()).parse(await answer.json())
}
