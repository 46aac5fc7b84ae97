/** Whose word an offer needs: the sponsor's, and the statutory officer's or a delegate's. */
export const offerSigners = ["sponsor", "certifier"] as const
