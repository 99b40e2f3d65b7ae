import { useRef, useState, type ComponentProps } from 'react'
import { useSeenAboveKeyboard } from './use-seen-above-keyboard'

type Filled = {
  /** Keeps the place in the page. */ frame: ComponentProps<'div'>
  /** What is written in, over the page while a phone's keyboard is open. */ box: ComponentProps<'div'>
  isFilled: boolean
}

/** Fills what a phone's keyboard leaves of the screen with a box, for as long as one writes in it. */
export function useFilledScreen(writing: boolean): Filled {
  const seen = useSeenAboveKeyboard()
  const frame = useRef<HTMLDivElement>(null)
  // The page below stays as high as it was, so that it is where it was afterwards.
  const [minHeight, setMinHeight] = useState<number>()
  const isFilled = writing && seen !== null
  return {
    frame: {
      ref: frame,
      onFocus: () => setMinHeight(frame.current?.offsetHeight),
      style: isFilled ? { minHeight } : undefined,
    },
    box: isFilled
      ? { className: 'fixed inset-x-0 z-40 flex flex-col gap-1 bg-ground px-3', style: seen }
      : { className: 'grid gap-2' },
    isFilled,
  }
}
