type Props = { /** How many rows it has. */ rows?: number }

/** The shape of a list that is on its way: rows of a title and a line; the words for it stand beside it. */
export function ListShape({ rows = 4 }: Props) {
  return (
    <div aria-hidden="true" className="grid noscript:hidden">
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="grid gap-2 border-b border-line py-3 last:border-0">
          <div className={`h-4 rounded bg-sunken ${index % 2 === 0 ? 'w-4/5' : 'w-3/5'}`} />
          <div className="h-3 w-2/5 rounded bg-sunken" />
        </div>
      ))}
    </div>
  )
}
