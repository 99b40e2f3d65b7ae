import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useMedia } from '@/components/ui/use-media'

/**
 * Is this page being put on paper? True already when the browser is about to: it counts the pages of what stands there
 * before it tells of the medium.
 */
export function useIsPrinted(): boolean {
  const [isAsked, setAsked] = useState(false)
  const isPaper = useMedia('print')
  useEffect(() => {
    const begin = () => flushSync(() => setAsked(true))
    const end = () => setAsked(false)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    }
  }, [])
  return isAsked || isPaper
}
