import { renderText, type RecapText } from '../render-text'
import { safeMarkdown, type PostText } from '../safe-markdown'

/** A recap's text to be made HTML, or a post elsewhere. */
export type RenderTask = ({ kind: 'page' } & RecapText) | ({ kind: 'post' } & PostText)

/** The HTML, or the Markdown. */
export function render(task: RenderTask): string {
  return task.kind === 'page' ? renderText(task) : safeMarkdown(task)
}
