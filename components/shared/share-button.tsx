import { useState } from 'react'
import { Button } from '@/components/ui/button'

type Props = {
  title: string
  /** A path of ours. */ path: string
  words: Record<'share' | 'copied' | 'byHand', string>
  variant?: 'text' | 'quiet'
}

/** Shares a page by the system's own dialog; where there is none its address is copied, or is to be copied by hand. */
export function ShareButton({ title, path, words, variant = 'text' }: Props) {
  const [outcome, setOutcome] = useState<'copied' | 'byHand' | null>(null)
  const share = async () => {
    const url = new URL(path, location.origin).href
    // Older browsers, and pages that came over http, have none.
    if ('share' in navigator) return void navigator.share({ title, url }).catch(() => undefined)
    setOutcome(await copy(url))
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3">
      <Button variant={variant} onClick={() => void share()}>
        {words.share}
      </Button>
      <span role="status" className="text-sm text-muted">
        {outcome ? words[outcome] : ''}
      </span>
    </span>
  )
}

async function copy(url: string): Promise<'copied' | 'byHand'> {
  try {
    await navigator.clipboard.writeText(url)
    return 'copied'
  } catch {
    return 'byHand'
  }
}
