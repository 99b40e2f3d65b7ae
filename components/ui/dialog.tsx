import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Icon } from './icon'

type Props = {
  title: string
  /** What the button that closes it is called. */ closeName: string
  onClose: () => void
  children: ReactNode
}

/**
 * A window over the page for as long as it is drawn: a sheet at the bottom of a phone, in the middle of a wide screen.
 * The browser keeps the focus inside and gives it back; where what had it goes away, the title has it. Escape, the
 * button and a tap beside it close it. Load it where it is used.
 */
export function Dialog({ title, closeName, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    element?.showModal()
    const changes = new MutationObserver(() => element && holdFocus(element))
    if (element) changes.observe(element, { childList: true, subtree: true })
    return () => {
      changes.disconnect()
      element?.close()
      // By now React has taken it from the page, and the browser no longer knows where the focus was.
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      // A browser may close it without asking, at a second Escape; one that was opened again is no longer meant.
      onClose={(event) => event.currentTarget.open || onClose()}
      // What it stands in may close at Escape, too.
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      // Only its ground beside the content is the dialog itself.
      onClick={(event) => event.target === event.currentTarget && onClose()}
      className={
        'mx-0 mb-0 mt-auto max-h-[85dvh] w-full max-w-none overflow-y-auto overscroll-contain rounded-t-2xl border ' +
        'border-line bg-ground text-ink backdrop:bg-black/50 sm:m-auto sm:max-w-xl sm:rounded-2xl'
      }
    >
      <div className="grid gap-3 px-4 pb-[max(1rem,env(safe-area-inset-bottom))]">
        <div className="sticky top-0 z-10 flex items-start justify-between gap-2 bg-ground pt-2">
          <h2 id={heading} dir="auto" className="py-2 text-lg font-semibold leading-tight">
            {title}
          </h2>
          <button
            type="button"
            aria-label={closeName}
            onClick={onClose}
            className="inline-flex size-11 shrink-0 items-center justify-center rounded-lg hover:bg-sunken"
          >
            <Icon name="close" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  )
}

/** What had the focus was taken from the window: its title has it now, and what stands there is not scrolled away. */
function holdFocus(dialog: HTMLDialogElement): void {
  const heading = dialog.querySelector('h2')
  if (!heading || document.activeElement !== document.body) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}
