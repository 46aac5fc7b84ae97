export const submissionAt = (organisation: string, reference: string) =>
  `/organisations/${organisation}/submissions/${reference}`

/** Where a return is filled in in a spreadsheet program. */
export const workbookAt = (organisation: string, reference: string) =>
  `${submissionAt(organisation, reference)}/workbook`
