/** Where the selection panel's pages are. */
export const departmentAt = "/department"

export const roundAt = (round: string) => `/department/rounds/${round}`

export const expressionAt = (round: string, reference: string) => `${roundAt(round)}/expressions/${reference}`
