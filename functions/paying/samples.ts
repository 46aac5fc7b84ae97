import { answered } from "../../shared/domain/answered.ts"
import type { Account } from "../../shared/domain/funding/account.ts"
import { countingOf } from "../../shared/domain/funding/balances.ts"
import { samplingForm } from "../../shared/domain/funding/paying-forms.ts"
import { chosenFrom, claimsOf, type Sample } from "../../shared/domain/funding/sample.ts"
import { mayWithMoney } from "../../shared/domain/people/funding-policy.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { fundingIn, there } from "../../shared/store/funding.ts"
import { keyedWrite } from "../../shared/store/keyed.ts"
import { keys } from "../../shared/store/keys.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { sha256 } from "../../shared/values/hash.ts"
import { type C, only, postingBy } from "../../shared/web/funding/here.ts"
import { accountsOf, phaseHere } from "./every-account.ts"
import { storeHere } from "./payer-files.ts"

const right = "choose for checking"
const whoChooses = "Claims are chosen and checked by department finance."

/** What was accepted in a phase, and every sample of it with what was found. */
export const samplingHere = async (c: C) => {
  const phase = await phaseHere(c)
  const [accounts, samples] = await Promise.all([accountsOf(c, phase.id), storeHere(c).samples(phase.id)])
  const claims = claimsOf(accounts)
  return {
    phase,
    claims: claims.length,
    total: claims.reduce((sum, { amount }) => sum + Math.max(0, amount), 0),
    samples: samples.map((one) => ({ ...one, chosen: one.chosen.map((each) => withCheck(accounts, each)) })),
    chooses: mayWithMoney(c.var.actor, right),
  }
}
export type OnSampling = Awaited<ReturnType<typeof samplingHere>>

const withCheck = (accounts: readonly Account[], claim: Sample["chosen"][number]) => {
  const found = accounts.find(({ organisation }) => organisation === claim.organisation)
  return { ...claim, check: found?.checks.find(({ round }) => round === claim.round) }
}

/**
 * Chooses at least a tenth by value of what was accepted. The choice is kept first, with its seed; then each site's
 * ledger has a line of it. Pressing again with the same key goes on where it was broken off.
 */
export const choose = async (c: C, given: Record<string, unknown>, key: MoveKey): Promise<Sample> => {
  only(c, right, whoChooses)
  const phase = await phaseHere(c)
  const { table, settings } = c.var.world
  const at = keys.payerMove(settings.programme, c.var.actor.id, key.key)
  const id = await keyedWrite(table, { at, key }, async () => {
    const one = await newSample(c, phase.id, given, key)
    return { actions: [storeHere(c).putSample(one)], result: one.id }
  })
  return intoLedgers(c, phase.id, id)
}

/** Goes on with a sample that is kept and has not reached every ledger. */
export const goOnChoosing = async (c: C, id: string): Promise<Sample> => {
  only(c, right, whoChooses)
  return intoLedgers(c, (await phaseHere(c)).id, id)
}

const newSample = async (
  c: C,
  phase: string,
  given: Record<string, unknown>,
  key: MoveKey,
): Promise<Sample> => {
  const { actor, world } = c.var
  const asked = answered(samplingForm, given, world.now()) as { rate: number; seed?: string }
  const seed = asked.seed ?? Buffer.from(world.random(9)).toString("base64url")
  const claims = claimsOf(await accountsOf(c, phase))
  if (claims.length === 0)
    throw new Refused("not possible now", { says: "Nothing is accepted yet: there is nothing to check." })
  return {
    id: sha256(`${actor.id} ${key.key}`).slice(0, 16),
    phase,
    seed,
    rate: asked.rate,
    ...chosenFrom(claims, { seed, rate: asked.rate }),
    by: { person: actor.id, name: actor.name },
    at: world.now().toISOString(),
  }
}

const intoLedgers = async (c: C, phase: string, id: string): Promise<Sample> => {
  const one = (await storeHere(c).samples(phase)).find((each) => each.id === id)
  if (!one) throw new Refused("not found")
  const bySite = Map.groupBy(one.chosen, ({ organisation }) => organisation)
  for (const [organisation, chosen] of bySite) await intoLedger(c, one, organisation, chosen)
  return one
}

/** A claim that was opened again, or an award that was closed, meanwhile is left as it is. */
const intoLedger = async (c: C, one: Sample, organisation: string, chosen: Sample["chosen"]) => {
  const funding = fundingIn(c.var.world.table)
  const posting = postingBy(c, right, whoChooses)
  try {
    await funding.change<typeof right, null>({ organisation, phase: one.phase }, posting, (before) => {
      const account = there(before)
      const counting = countingOf(account)
      const rounds = chosen
        .map(({ round }) => round)
        .filter((round) => counting.some((each) => each.round === round))
        .filter((round) => !account.checks.some((each) => each.round === round))
      if (rounds.length === 0) throw new Refused("not possible now", { says: "They are chosen." })
      return { verb: right, given: { sample: one.id, rounds }, result: () => null }
    })
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal !== "not possible now") throw error
  }
}
