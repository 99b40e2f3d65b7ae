import { ToSchedule } from './to-schedule'

/** For whoever reads without scripts, where a screen cannot do without: what can. */
export function NeedsScripts({ conference }: { conference: string }) {
  return (
    <div className="hidden noscript:block">
      <ToSchedule conference={conference} why="noScript" />
    </div>
  )
}
