type Props = {
  /** 0 to 1; null: nobody knows, drawn as an empty dashed line. */ share: number | null
  /** Says its colour: text-good, text-danger… */ className?: string
}

/** A share as a bar; always beside the words that say it. */
export function FillBar({ share, className = 'text-accent' }: Props) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      className={`block h-1.5 w-full ${className}`}
    >
      {share === null ? (
        <path d="M0 2h100" stroke="currentColor" strokeWidth="1.5" strokeDasharray="3 2" fill="none" />
      ) : (
        <>
          <rect width="100" height="4" rx="1" className="fill-sunken" />
          <rect width={Math.round(Math.min(1, Math.max(0, share)) * 100)} height="4" rx="1" fill="currentColor" />
        </>
      )}
    </svg>
  )
}
