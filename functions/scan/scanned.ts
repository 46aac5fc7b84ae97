import {
  arrived,
  type Evidence,
  evidenceTypes,
  type Found,
  largestFile,
  lookedAt,
} from "../../shared/domain/funding/evidence.ts"
import { virusLetter } from "../../shared/domain/funding/evidence-letter.ts"
import { evidenceIn, fileIn, keptKey } from "../../shared/store/evidence.ts"
import { peopleIn } from "../../shared/store/people.ts"
import type { ScanWorld } from "../../shared/web/world.ts"
import { lookAt } from "./contents.ts"
import { type Verdict, type Word, wordIn } from "./word.ts"

/**
 * Keeps what was found of a file, in whatever order it is told, and however often. What is clean is kept as it was
 * looked at; where it was put, nothing stays.
 */
export const scanned = async (world: ScanWorld, event: unknown): Promise<void> => {
  const word = wordIn(event)
  if (!word) return
  const { key, version, verdict } = word
  if (verdict) {
    await find(world, { key, version, verdict })
    return world.arrivals.drop(key, version)
  }
  const where = fileIn(key)
  if (!where) return world.arrivals.drop(key, version)
  await evidenceIn(world.table, where.organisation).told(where.phase, where.id, async (one) => {
    const after = arrived(one)
    return after && { after, letters: [] }
  })
}

/**
 * It is kept before it is said to be clean, so that whoever may open it finds it; and taken away again where somebody
 * took the file away meanwhile, or another that came under its key was quicker.
 */
const find = async (world: ScanWorld, word: Required<Word>) => {
  const where = fileIn(word.key)
  if (!where) return
  let found: Found | undefined
  const { one } = await evidenceIn(world.table, where.organisation).told(
    where.phase,
    where.id,
    async (before) => {
      if (!lookedAt(before, { is: "infected" }, world.now())) return undefined
      found ??= await foundIn(world, before, word)
      return found && decided(world, before, found)
    },
  )
  if (found?.is === "clean" && !(one?.state === "clean" && one.sha256 === found.sha256))
    await world.arrivals.remove(keptKey({ ...where, ...found }))
}

const decided = async ({ table, now }: ScanWorld, one: Evidence, found: Found) => {
  const at = now()
  const after = lookedAt(one, found, at)
  if (after?.state !== "infected") return after && { after, letters: [] }
  const members = await peopleIn(table).membersOf(one.organisation)
  return { after, letters: virusLetter(after, { members, at }) }
}

const unread: Record<Exclude<Verdict, "NO_THREATS_FOUND" | "THREATS_FOUND">, string> = {
  UNSUPPORTED: "It may be locked with a password. Take the password off, and add it again.",
  ACCESS_DENIED: "The fault is ours, and was reported. Add it again tomorrow.",
  FAILED: "Add it again: it may have been damaged on its way.",
}

const foundIn = async (
  { arrivals, log }: ScanWorld,
  one: Evidence,
  { key, version, verdict }: Required<Word>,
): Promise<Found | undefined> => {
  if (verdict === "THREATS_FOUND") return { is: "infected" }
  if (verdict !== "NO_THREATS_FOUND") {
    log.error("a file could not be scanned", { key, verdict })
    return { is: "unreadable", because: unread[verdict] }
  }
  const file = await arrivals.read(key, version, largestFile)
  if (!file) return undefined
  const found = lookAt(file, one.type)
  if (found.is === "clean")
    await arrivals.keep(keptKey({ ...one, sha256: found.sha256 }), file.bytes, evidenceTypes[one.type].media)
  return found
}
