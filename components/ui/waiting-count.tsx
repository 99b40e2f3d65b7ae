const tones = { accent: 'bg-accent text-on-accent', warning: 'bg-warning text-ground' } as const

type Props = { count: number; /** What the number is of. */ word: string; tone?: keyof typeof tones }

/** A number at the corner of a place's sign: so much waits there; nothing where nothing does. */
export function WaitingCount({ count, word, tone = 'accent' }: Props) {
  if (count === 0) return null
  return (
    <span
      className={
        'absolute left-1/2 top-1 ml-1.5 min-w-5 rounded-full px-1 text-center text-xs font-semibold leading-5 ' +
        `lg:static lg:ml-0 ${tones[tone]}`
      }
    >
      <span className="sr-only">{word} </span>
      {count}
    </span>
  )
}
