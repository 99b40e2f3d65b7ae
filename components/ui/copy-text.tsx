import { useState } from 'react'
import { Button } from './button'

type Props = { text: string; words: Record<'copy' | 'copied' | 'byHand', string> }

/** Copies a text with one tap; where the browser gives no clipboard (a page that came over http), says how else. */
export function CopyText({ text, words }: Props) {
  const [outcome, setOutcome] = useState<'copied' | 'byHand' | null>(null)

  const copy = async () => {
    const done = await writeToClipboard(text)
    setOutcome(done ? 'copied' : 'byHand')
  }

  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button onClick={() => void copy()}>{words.copy}</Button>
      <p role="status" className="text-sm text-muted">
        {outcome ? words[outcome] : ''}
      </p>
    </div>
  )
}

async function writeToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
