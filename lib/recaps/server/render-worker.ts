import { parentPort } from 'node:worker_threads'
import { render, type RenderTask } from './render-task'

// Entry of dist/render-worker.cjs. Only render-thread.ts starts it, and says what its own type says.
parentPort?.on('message', (task: RenderTask) => parentPort?.postMessage(render(task)))
