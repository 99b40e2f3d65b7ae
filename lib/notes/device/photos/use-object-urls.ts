import { useCallback, useEffect, useRef, useState } from 'react'

type Held = { id: string; blob?: Blob }

/**
 * Addresses for what is held in memory or in the store, by id, given back when it is shown no more. What an id stands
 * for never changes.
 * @returns the address of an id; undefined until it has one. The same function until an address is another
 */
export function useObjectUrls(held: readonly Held[]): (id: string) => string | undefined {
  const made = useRef(new Map<string, string>())
  const [urls, setUrls] = useState<ReadonlyMap<string, string>>(new Map())
  const present = held.filter(({ blob }) => blob)
  const key = present.map(({ id }) => id).join()
  useEffect(() => {
    for (const [id, url] of made.current) {
      if (present.some((each) => each.id === id)) continue
      URL.revokeObjectURL(url)
      made.current.delete(id)
    }
    for (const { id, blob } of present) {
      if (blob && !made.current.has(id)) made.current.set(id, URL.createObjectURL(blob))
    }
    setUrls(new Map(made.current))
    // The blobs are others at each reading of the store; the ids say whether they are of other photos.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key])
  useEffect(() => {
    const map = made.current
    return () => {
      for (const url of map.values()) URL.revokeObjectURL(url)
      map.clear()
    }
  }, [])
  return useCallback((id) => urls.get(id), [urls])
}
