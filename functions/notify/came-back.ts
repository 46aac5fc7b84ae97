import { changes, stateAt } from "../../shared/domain/letters/told.ts"
import { bouncesIn } from "../../shared/store/bounces.ts"
import type { LetterPlace, NotifyWorld } from "../../shared/web/world.ts"
import { type MailEvent, type MailWord, wordIn } from "./mail-event.ts"

/** The tries word of a letter is given while the letter itself is being sent or marked. */
const tries = 5

/** Keeps what became of a letter after it had gone. The same word again changes nothing. */
export const cameBack = async (world: NotifyWorld, event: MailEvent): Promise<void> => {
  const word = wordIn(event)
  if (!word) return world.log.error("word of a letter that cannot be read", { event: event["detail-type"] })
  if (word.letter) return keep(world, word, word.letter)
  if (word.state === "delayed") return
  const bounces = bouncesIn(world.table)
  const known = await bounces.whose(word.to)
  if (!known) return world.log.error("a letter came back that is not known", { state: word.state })
  await bounces.markPerson(known, world.now().toISOString())
}

const keep = async (world: NotifyWorld, word: MailWord, { place, ...key }: LetterPlace): Promise<void> => {
  const bounces = bouncesIn(world.table)
  const at = world.now().toISOString()
  for (let attempt = 1; attempt <= tries; attempt++) {
    const item = await bounces.letter(key)
    if (!item) return world.log.error("a letter came back that is not known", { letter: key.sk })
    const before = stateAt(item, place)
    if (!changes(before, word.state)) return
    const known = word.state === "bounced" ? await bounces.whose(word.to) : undefined
    if (await bounces.mark(key, place, { ...word, before, at, known })) return
  }
  throw new Error(`What became of ${key.sk} could not be kept`)
}
