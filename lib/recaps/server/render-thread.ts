import { z } from 'zod'
import { log } from '@/lib/platform/log'
import { openThread } from '@/lib/platform/tasks/thread'
import { render, type RenderTask } from './render-task'

// What is so short is read sooner than a thread starts, whatever it is.
const MOST_AT_ONCE = 2_000
const thread = openThread<RenderTask, string>({
  bundle: 'dist/render-worker.cjs',
  answer: z.string(),
  deadlineMs: 5_000,
  memoryMb: 192,
})

/** Renders in a thread of its own. @returns null when it would take too long, or too much memory */
export async function renderApart(task: RenderTask): Promise<string | null> {
  if (task.text.length <= MOST_AT_ONCE) return render(task)
  const outcome = await thread.ask(task)
  if (outcome.ok) return outcome.value
  log.warn(
    { reason: outcome.reason, kind: task.kind, characters: task.text.length },
    'A recap was too much to render and is shown as it was typed',
  )
  return null
}
