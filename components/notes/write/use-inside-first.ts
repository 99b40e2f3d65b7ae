import { useEffect, useState } from 'react'
import { INSIDE } from '@/lib/program/pages'
import { noteAddress, placeToWrite } from './place-to-write'

/**
 * Whoever asked for a new note before it was known here that they are in a session goes on to the note of that session.
 * @param isNew a new note is what is shown
 * @returns whether that is still being looked at: nothing is written meanwhile
 */
export function useInsideFirst({ id, slug }: { id: string; slug: string }, isNew: boolean): boolean {
  const [isLooking, setLooking] = useState(false)
  useEffect(() => {
    const look = async () => {
      if (!isNew || location.hash !== INSIDE) return
      setLooking(true)
      const address = await placeToWrite({ id, slug }, undefined)
      if (address !== noteAddress(slug, undefined)) return location.replace(address)
      history.replaceState(history.state, '', address)
      setLooking(false)
    }
    void look()
  }, [id, slug, isNew])
  return isLooking
}
