import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"

/** The command a process runs, its arguments by spaces. Empty where there is none, or none any more. */
export const commandOf = (pid: number): string => {
  try {
    return process.platform === "linux"
      ? readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim()
      : execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).trim()
  } catch {
    return ""
  }
}

export const parentOf = (pid: number): number => {
  if (pid === process.pid) return process.ppid
  try {
    return process.platform === "linux"
      ? Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1])
      : Number(execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }))
  } catch {
    return 0
  }
}

/** False for one that has ended and that nobody has asked after yet. */
export const isAlive = (pid: number): boolean => {
  if (process.platform === "linux") return commandOf(pid) !== ""
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
