import { roundAt } from "../../../shared/web/panel/addresses.ts"

export const announcementAt = (round: string) => `${roundAt(round)}/announcement`

/** Where the funded of a round become sites of its phase. */
export const intoPhaseAt = (round: string) => `${roundAt(round)}/phase`

export const joiningAt = (round: string, reference: string) => `${intoPhaseAt(round)}/${reference}`

export const foiAt = (round: string) => `${roundAt(round)}/foi`

/** What a private office opens, without an account. */
export const officeAt = "/announcements"
