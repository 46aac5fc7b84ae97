import { type Offered, offerHash } from "../../../shared/domain/funding/offering.ts"
import type { Service } from "../service.ts"
import { offerFor, people, posts } from "./award.ts"

/** The money of Halton in phase 2. */
export const halton = { organisation: "halton", phase: "NSW2" }
export const money = "/organisations/halton/money"
export const phaseTwo = `${money}/NSW2`

/** An offer to Halton that nobody has answered, with its hash. */
export const offeredToHalton = async (
  service: Service,
  change: Partial<Offered> = {},
): Promise<{ offer: Offered; hash: string }> => {
  const offer = { ...offerFor(), ...change }
  await posts(service, halton, people.finance, "offer", offer)
  return { offer, hash: offerHash(offer) }
}
