import { answered, problemsWith } from "../../shared/domain/answered.ts"
import {
  added,
  type Evidence,
  type EvidenceState,
  type EvidenceType,
  evidenceStates,
  evidenceTypes,
  largestFile,
  takenAway,
} from "../../shared/domain/funding/evidence.ts"
import { evidenceForm } from "../../shared/domain/funding/evidence-form.ts"
import { fileName } from "../../shared/domain/funding/evidence-words.ts"
import { Refused } from "../../shared/domain/refused.ts"
import type { Answers, Problem } from "../../shared/form/question.ts"
import type { Section } from "../../shared/form/section.ts"
import { evidenceIn, fileKey, keptKey } from "../../shared/store/evidence.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { londonDate } from "../../shared/values/london.ts"
import { findPersonalData } from "../../shared/values/personal-data.ts"
import type { Files, UploadSlot } from "../../shared/web/world.ts"
import { evidencePath } from "./addresses.ts"
import { type C, deskHere, fileHere, openDesk, organisationIn } from "./here.ts"

export type Moved = { id: string; state: EvidenceState }

const storeHere = (c: C) => evidenceIn(c.var.world.table, organisationIn(c))
const byHere = ({ var: { actor } }: C) => ({ person: actor.id, name: actor.name })

/** A place for a file more: what it is, before anything is put there. */
export const addFile = async (c: C, given: Record<string, unknown>, key: MoveKey): Promise<Moved> => {
  const { actor, world } = c.var
  const id = Buffer.from(world.random(12)).toString("base64url")
  return inOrder(
    await storeHere(c).move(actor.id, key, async () => {
      const { expected, files } = await openDesk(c)
      const { name, type } = answered(evidenceForm, given, world.now(), namingNobody)
      const { organisation, phase, round } = expected
      const about = { id, organisation, phase, round, name: String(name), type: type as EvidenceType }
      const after = added({ ...about, by: byHere(c) }, files, world.now())
      return { after, result: { id, state: after.state } }
    }),
  )
}

/** Everybody who may open it reads what it is called: it is held to more than a text that can be explained. */
const namingNobody = (section: Section, answers: Answers, now: Date): Problem[] => {
  const problems = problemsWith(section, answers, now)
  const doubtful = findPersonalData(String(answers.name ?? ""), {
    workMailDomains: [],
    today: londonDate(now),
  })
    .filter(({ severity }) => severity === "ask")
    .slice(0, 1)
    .map(({ says }) => ({ question: "name", says: `${says} Use other words.` }))
  return problems.some(({ question }) => question === "name") ? problems : [...problems, ...doubtful]
}

/**
 * More than people are told: whoever chose a file that is too large is told so on a page of ours, and only what is far
 * too large is refused by the store, which has no words for it.
 */
const takenAtAll = 3 * largestFile

/** Where the file itself is put. Asked for again it is another few minutes. */
export const slotFor = async (c: C, files: Files): Promise<{ one: Evidence; slot: UploadSlot }> => {
  const one = fileHere(c, await openDesk(c))
  if (one.state !== "waiting")
    throw new Refused("not possible now", {
      says: `The file is there already. ${evidenceStates[one.state]}.`,
    })
  const { origin } = c.var.world.settings
  const slot = await files.uploadTo(fileKey(one), {
    type: evidenceTypes[one.type].media,
    bytes: takenAtAll,
    back: `${origin}${evidencePath(one.organisation, one.round)}?uploaded=${one.id}`,
  })
  return { one, slot }
}

/** The file goes after what is known of it: the same key again lets it go where that had failed. */
export const takeAway = async (c: C, files: Files, key: MoveKey): Promise<Moved> => {
  const { expected } = await deskHere(c)
  const { actor, world } = c.var
  const id = c.req.param("id") ?? ""
  const moved = await storeHere(c).move(actor.id, key, async () => {
    const { expected, files } = await openDesk(c)
    const before = fileHere(c, { files })
    const after = takenAway(before, byHere(c), world.now(), expected.stands?.sentAt)
    return { before, after, result: { id, state: "removed" } }
  })
  const one = await storeHere(c).one(expected.phase, id)
  if (one?.state === "removed" && one.sha256) await files.remove(keptKey(one))
  return inOrder(moved)
}

/** Where a file is given, for a minute: only once it was found to be clean. */
export const openFile = async (one: Evidence, files: Files): Promise<string> => {
  if (one.state !== "clean")
    throw new Refused("not possible now", {
      says: `This file cannot be opened. ${evidenceStates[one.state]}.`,
    })
  return files.downloadFrom(keptKey(one), fileName(one))
}

const inOrder = ({ id, state }: Moved): Moved => ({ id, state })
