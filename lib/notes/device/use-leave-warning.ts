import { useEffect } from 'react'

/** Has the browser ask before the page is left, as long as something on it would be gone with it. */
export function useLeaveWarning(isUnkept: boolean): void {
  useEffect(() => {
    if (!isUnkept) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isUnkept])
}
