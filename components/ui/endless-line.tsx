import { breakLongLines } from '@/lib/platform/long-lines'
import { Button } from './button'
import { Notice } from './notice'

type Props = {
  text: string
  words: { why: string; breakLines: string }
  /** With the text as it is then. */ onBreak: (text: string) => void
}

/** A text in the place of a box in which writing would hold up the page (hasEndlessLine), and the way back to one. */
export function EndlessLine({ text, words, onBreak }: Props) {
  const broken = breakLongLines(text)
  return (
    <div className="grid gap-3">
      <Notice tone="warning" live>
        <p>{words.why}</p>
        <p>
          <Button onClick={() => onBreak(broken)}>{words.breakLines}</Button>
        </p>
      </Notice>
      <p dir="auto" className="max-h-[60dvh] overflow-y-auto whitespace-pre-wrap" tabIndex={0}>
        {broken}
      </p>
    </div>
  )
}
