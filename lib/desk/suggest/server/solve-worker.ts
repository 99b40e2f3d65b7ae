import { parentPort } from 'node:worker_threads'
import loadHighs, { type InitOptions } from 'highs'
import wasm from 'highs/runtime'
import { solve } from '../solve'
import type { SolveTask } from './solve-task'

// It says that it takes the program as bytes, and looks for a file all the same; what it hands on to is what its
// compiler's runtime has.
type Options = InitOptions & {
  instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => void
}
const program = new WebAssembly.Module(wasm)
const fromBundle: Options = {
  instantiateWasm: (imports, done) => done(new WebAssembly.Instance(program, imports)),
}

// Entry of dist/solve-worker.cjs. Only solve-thread.ts starts it, and says what its own type says. Each task has a
// solver of its own: the memory that one took is given back with it.
parentPort?.on('message', async ({ problem, deadlineMs, port }: SolveTask) => {
  // It writes into what it is given.
  const highs = await loadHighs({ ...fromBundle })
  const answer = solve(highs, problem, { deadlineMs, onBetter: (better) => port.postMessage(better) })
  port.close()
  parentPort?.postMessage(answer)
})
