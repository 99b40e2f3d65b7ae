import { readFileSync } from 'node:fs'
import { family, proportionalKilobytes } from '../memory-of.mjs'
import { residentKilobytes } from '../processes.mjs'

const EVERY_MS = 10_000
const MB = 1024
/** USER_HZ of Linux. */
const TICKS = 100

export type Watched = {
  name: string
  pid: number
  /** Of its own /metrics. */ metricsPort?: number
  /** What it started is somebody else's. */ isAlone?: boolean
}
export type Look = Record<string, number | string>

/** Looks each ten seconds at processes and their children: memory, processor, and how long their event loops waited. */
export class Watch {
  readonly looks: Look[] = []
  private readonly begunMs = performance.now()
  private readonly timer: NodeJS.Timeout
  private before = new Map<string, number>()
  private beforeMs = performance.now()

  constructor(private watched: Watched[]) {
    for (const one of watched) this.before.set(one.name, processorSeconds(one))
    this.timer = setInterval(() => void this.look(), EVERY_MS)
  }

  /** Processes that took the place of others. */
  change(watched: Watched[]): void {
    this.watched = watched
  }

  stop(): void {
    clearInterval(this.timer)
  }

  private async look(): Promise<void> {
    const nowMs = performance.now()
    const seconds = (nowMs - this.beforeMs) / 1000
    this.beforeMs = nowMs
    const look: Look = { 'at s': Math.round((nowMs - this.begunMs) / 1000) }
    for (const one of this.watched) {
      const { name, pid, metricsPort } = one
      const used = processorSeconds(one)
      look[`${name} CPU %`] = Math.round(((used - (this.before.get(name) ?? used)) / seconds) * 100)
      this.before.set(name, used)
      if (name !== 'database') look[`${name} RSS`] = Math.round(residentKilobytes(pid) / MB)
      look[`${name} PSS`] = Math.round(membersOf(one).reduce((sum, id) => sum + proportionalKilobytes(id), 0) / MB)
      if (metricsPort) Object.assign(look, await saidBy(name, metricsPort))
    }
    this.looks.push(look)
  }
}

function membersOf({ pid, isAlone }: Watched): string[] {
  return isAlone ? [String(pid)] : family(String(pid))
}

function processorSeconds(one: Watched): number {
  return membersOf(one).reduce((sum, id) => sum + ownProcessorSeconds(id, one.isAlone ?? false), 0)
}

/** With that of its children that have ended. */
function ownProcessorSeconds(pid: string, isAlone: boolean): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return [11, 12, ...(isAlone ? [] : [13, 14])].reduce((sum, at) => sum + Number(fields[at]), 0) / TICKS
  } catch {
    return 0
  }
}

async function saidBy(name: string, port: number): Promise<Look> {
  const text = await fetch(`http://127.0.0.1:${port}/metrics`)
    .then((answer) => answer.text())
    .catch(() => '')
  const said = (metric: string) => Number(new RegExp(`^${metric} (\\S+)`, 'm').exec(text)?.[1])
  const ms = (which: string) => Math.round(said(`nodejs_eventloop_lag_${which}_seconds`) * 1000)
  return {
    [`${name} heap`]: Math.round(said('nodejs_heap_size_used_bytes') / 1024 / 1024),
    [`${name} lag p99 ms`]: ms('p99'),
    [`${name} lag max ms`]: ms('max'),
  }
}
