/** Sections that are used together; the first of all stands alone, without a name. */
export type SectionGroup = { name: string; sections: { href: string; name: string; isCurrent: boolean }[] }

type Props = { label: string; groups: readonly SectionGroup[] }

/** So few stand side by side on any screen. */
const FEW = 3

const link =
  'inline-flex min-h-11 items-center rounded-lg px-3 text-sm font-medium hover:bg-sunken aria-[current]:bg-accent ' +
  'aria-[current]:text-on-accent lg:px-1.5'

/**
 * The sections of management, in groups by what they are for: side by side on a wide screen; on a phone the one that is
 * open, which unfolds all of them. One list for both, folded without a script.
 */
export function ManageNav({ label, groups }: Props) {
  const all = groups.flatMap(({ name, sections }) => sections.map((section) => ({ ...section, group: name })))
  const current = all.find(({ isCurrent }) => isCurrent)
  if (all.length <= FEW)
    return (
      <nav aria-label={label} className="flex gap-2">
        {all.map((section) => (
          <SectionLink key={section.href} {...section} />
        ))}
      </nav>
    )
  return (
    <nav aria-label={label}>
      <details className="peer lg:hidden">
        <summary className="flex min-h-11 items-center justify-between gap-2 rounded-lg border border-edge px-3">
          <span>
            {current?.group ? <span className="text-muted">{`${current.group} › `}</span> : null}
            <span className="font-medium">{current?.name}</span>
          </span>
        </summary>
      </details>
      <div className="hidden gap-3 pt-2 peer-open:grid lg:flex lg:flex-wrap lg:gap-x-2 lg:gap-y-1 lg:pt-0">
        {groups.map(({ name, sections }) => (
          <div key={name} role={name ? 'group' : undefined} aria-label={name || undefined}>
            <p
              aria-hidden="true"
              className={`px-3 text-xs text-muted lg:px-1.5 ${name ? '' : 'invisible max-lg:hidden'}`}
            >
              {name || label}
            </p>
            <div className="grid grid-cols-2 lg:flex">
              {sections.map((section) => (
                <SectionLink key={section.href} {...section} />
              ))}
            </div>
          </div>
        ))}
      </div>
    </nav>
  )
}

function SectionLink({ href, name, isCurrent }: SectionGroup['sections'][number]) {
  return (
    <a href={href} aria-current={isCurrent ? 'page' : undefined} className={link}>
      {name}
    </a>
  )
}
