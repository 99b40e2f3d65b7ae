import { Parser } from 'htmlparser2'

export type PageReader = {
  /** `depth` of the outermost tag is 1. */
  onOpen: (name: string, attributes: Record<string, string>, depth: number) => void
  /** Decoded; in pieces. */
  onText?: (text: string) => void
  onClose?: (depth: number) => void
}

/** Deeper than any page; each tag costs as much time as it has tags around it. */
const MOST_DEPTH = 1000

/** Reads a page of HTML from its beginning, tag by tag, whatever is wrong with it; at most 1000 deep. */
export function readPage(html: string, { onOpen, onText, onClose }: PageReader): void {
  let depth = 0
  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth += 1
      if (depth > MOST_DEPTH) throw new TooDeep()
      onOpen(name, attributes, depth)
    },
    ontext: onText,
    onclosetag: () => {
      onClose?.(depth)
      depth -= 1
    },
  })
  try {
    parser.end(html)
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error
  }
}

class TooDeep extends Error {}
