import { commandOf, isAlive, parentOf } from "./processes.ts"

const starter = /^npm( |$)|^\S*node(\.exe)? \S*[\\/](npm-cli\.js|tsx|tsx[\\/]dist[\\/]cli\.mjs)( |$)/

/**
 * Calls back once when npm or tsx, which started this process, has gone without passing a signal on: killed,
 * or npm's shell ended by a signal that it keeps to itself. Started in any other way, nothing is watched.
 */
export const whenStarterIsGone = (then: () => void) => {
  const above: number[] = []
  for (let pid = parentOf(process.pid); pid > 1 && above.length < 4; pid = parentOf(pid)) above.push(pid)
  const starters = above.slice(0, above.findLastIndex((pid) => starter.test(commandOf(pid))) + 1)
  if (starters.length === 0) return
  const timer = setInterval(() => {
    if (starters.every(isAlive)) return
    clearInterval(timer)
    then()
  }, 250)
  timer.unref()
}
