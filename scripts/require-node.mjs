// @ts-check
// Imported before everything else: what follows uses what older versions do not have.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Hallway needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}
