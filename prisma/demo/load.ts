import { dateOn } from '@/lib/platform/time'
import { readProgram } from '@/lib/formats/program-json/program-json'
import type { Program } from '@/lib/program/program'
import devworld2024 from './devworld-2024.json'
import { hallwayDays, hallwayDaysZone } from './hallway-days'
import { hallwayDaysFloors } from './hallway-days-plans'
import kcdMunich2024 from './kcd-munich-2024.json'
import kubeconEu2024 from './kubecon-eu-2024.json'
import kubeconEu2026Colocated from './kubecon-eu-2026-colocated.json'
import kubeconEu2026 from './kubecon-eu-2026.json'
import type { DemoFloor } from './load-plans'

export type DemoConference = {
  slug: string
  name: string
  timeZone: string
  language: string
  venue: string
  sources: { name: string; program: Program }[]
  /** Of its building; undefined: nobody drew it. */
  floors?: DemoFloor[]
}

/**
 * The conferences that a new installation shows: four real ones, of which only facts are told, and *Hallway Days*.
 * Each source is for the ordinary import; the same day gives the same programmes.
 * @param now decides which day *Hallway Days* begins
 */
export function demoConferences(now: Date): DemoConference[] {
  return [
    {
      slug: 'hallway-days',
      name: 'Hallway Days',
      timeZone: hallwayDaysZone,
      language: 'en',
      venue: 'Maison des Couloirs, Paris',
      sources: [{ name: 'Hallway Days', program: hallwayDays(dateOn(now, hallwayDaysZone)) }],
      floors: hallwayDaysFloors,
    },
    {
      slug: 'kubecon-eu-2026',
      name: 'KubeCon + CloudNativeCon Europe 2026',
      timeZone: 'Europe/Amsterdam',
      language: 'en',
      venue: 'RAI Amsterdam',
      sources: [
        { name: 'Main schedule', program: readProgram(kubeconEu2026, 'kubecon-eu-2026.json').program },
        {
          name: 'Co-located events',
          program: readProgram(kubeconEu2026Colocated, 'kubecon-eu-2026-colocated.json').program,
        },
      ],
    },
    {
      slug: 'kubecon-eu-2024',
      name: 'KubeCon + CloudNativeCon Europe 2024',
      timeZone: 'Europe/Paris',
      language: 'en',
      venue: 'Paris',
      sources: [{ name: 'One attendee’s days', program: readProgram(kubeconEu2024, 'kubecon-eu-2024.json').program }],
    },
    {
      slug: 'kcd-munich-2024',
      name: 'KCD Munich 2024',
      timeZone: 'Europe/Berlin',
      language: 'en',
      venue: 'Munich',
      sources: [{ name: 'Schedule', program: readProgram(kcdMunich2024, 'kcd-munich-2024.json').program }],
    },
    {
      slug: 'devworld-2024',
      name: 'DevWorld 2024',
      timeZone: 'Europe/Amsterdam',
      language: 'en',
      venue: 'RAI Amsterdam',
      sources: [{ name: 'Table', program: readProgram(devworld2024, 'devworld-2024.json').program }],
    },
  ]
}
