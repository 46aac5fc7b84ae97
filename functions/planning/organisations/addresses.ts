/** Where organisations are looked up and changed, below the programme. */
export const organisationsAt = "/programme/organisations"

export const organisationAt = (id: string) => `${organisationsAt}/${id}`
