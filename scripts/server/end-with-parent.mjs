// @ts-check
// Preloaded into the server: when whoever started it dies without a word, it says goodbye as if it had been told to.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
