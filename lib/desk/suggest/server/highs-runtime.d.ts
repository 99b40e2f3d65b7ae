/** The solver's WebAssembly, which the bundler puts into the thread's program (scripts/build/threads.mjs). */
declare module 'highs/runtime' {
  const wasm: Uint8Array<ArrayBuffer>
  export default wasm
}
