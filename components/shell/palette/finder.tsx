import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Facts } from '@/components/ui/facts'
import { settleBidi } from '@/lib/platform/bidi'
import type { FoundGroup, PaletteWords, Way } from './palette-words'

type Props = {
  words: PaletteWords
  hint: string
  typed: string
  onType: (typed: string) => void
  groups: readonly FoundGroup[]
  /** What is found is found for all that is typed. */ isFound: boolean
  onClose: () => void
}

/** A field, and what the words in it lead to; arrows and Enter go there. */
export function Finder({ words, hint, typed, onType, groups, isFound, onClose }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  // The dialog has given the focus to its first button.
  useEffect(() => input.current?.focus(), [])
  // Whoever types faster than it finds means what they typed, not what was found for half of it.
  const [isEntered, setEntered] = useState(false)
  useEffect(() => {
    if (isEntered && isFound) box.current?.querySelector('a')?.click()
  }, [isEntered, isFound])
  const onKeyDown = (event: KeyboardEvent) => {
    const links = [...(box.current?.querySelectorAll('a') ?? [])]
    const at = links.findIndex((link) => link === document.activeElement)
    if (event.key === 'Enter' && at === -1 && !isFound) setEntered(true)
    else if (event.key === 'Enter' && at === -1) links[0]?.click()
    else if (event.key === 'ArrowDown') links[Math.min(at + 1, links.length - 1)]?.focus()
    else if (event.key === 'ArrowUp' && at > 0) links[at - 1]?.focus()
    else if (event.key === 'ArrowUp') input.current?.focus()
    else return
    event.preventDefault()
  }
  return (
    <Dialog title={words.title} closeName={words.close} onClose={onClose}>
      <div ref={box} onKeyDown={onKeyDown} className="grid min-h-[50dvh] content-start gap-3">
        <input
          ref={input}
          type="search"
          dir="auto"
          aria-label={words.title}
          placeholder={hint}
          value={typed}
          enterKeyHint="go"
          autoComplete="off"
          onChange={(event) => {
            setEntered(false)
            onType(event.target.value)
          }}
          className="min-h-11 w-full rounded-full border border-edge bg-raised px-4 text-base"
        />
        <p role="status" className={groups.length > 0 ? 'sr-only' : 'text-muted'}>
          {groups.length > 0 ? '' : words.none}
        </p>
        {groups.map(({ name, ways }) => (
          <section key={name} aria-label={words.groups[name]}>
            <h3 className="text-sm font-semibold text-muted">{words.groups[name]}</h3>
            <ul>
              {ways.map((way) => (
                <Line key={way.href} way={way} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function Line({ way: { href, name, facts, lang } }: { way: Way }) {
  return (
    <li className="border-b border-line">
      <a href={href} className="grid min-h-11 content-center py-1 hover:bg-sunken">
        <span dir="auto" lang={lang} className="leading-snug">
          {settleBidi(name)}
        </span>
        {facts ? (
          <span className="text-sm text-muted">
            <Facts of={facts} />
          </span>
        ) : null}
      </a>
    </li>
  )
}
