import { lettersIn, shortenName } from '@/components/shared/shorten-name'

type Props = {
  name: string
  /** It is no room, but what has none. */ isNone: boolean
  /** How wide its column is. */ rem: number
}

/** The name of a room above its column, which stays there. */
export function RoomHead({ name, isNone, rem }: Props) {
  return (
    <h3
      className={
        'sticky top-0 z-10 flex h-14 items-center overflow-hidden border-b border-line bg-raised px-2 ' +
        `text-[0.8125rem] font-semibold leading-tight ${isNone ? 'text-muted' : ''}`
      }
    >
      <bdi className="line-clamp-3" title={isNone ? undefined : name}>
        {isNone ? name : shortenName(name, lettersIn(rem))}
      </bdi>
    </h3>
  )
}
