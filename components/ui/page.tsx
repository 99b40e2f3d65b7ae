import type { ReactNode } from 'react'

/**
 * The main column of a page that is read or filled in: title, optional lead, content. `wide`: for what lies side by
 * side where there is room.
 */
export function Page({
  title,
  lead,
  wide = false,
  children,
}: {
  title: string
  lead?: ReactNode
  wide?: boolean
  children: ReactNode
}) {
  return (
    <main
      id="main"
      className={
        'mx-auto grid w-full max-w-3xl grid-cols-[minmax(0,1fr)] ' + `gap-6 px-4 py-6 ${wide ? 'xl:max-w-6xl' : ''}`
      }
    >
      <header className="grid gap-2">
        <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
        {lead ? <p className="text-muted">{lead}</p> : null}
      </header>
      {children}
    </main>
  )
}
