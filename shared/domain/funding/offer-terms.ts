/** The terms of an award, by edition. What was offered with an edition keeps its words: a change is a new edition. */
export const termsEditions = [
  {
    edition: 1,
    lines: [
      "Use. The money is for the named social worker pilot at this site and for nothing else. It pays for what is spent from the first to the last day of the pilot. It pays for nothing that is paid for from elsewhere, for no VAT that can be recovered, and for no profit.",
      "Payment. The Department pays in parts, each when what it waits for is so: the offer names each part. The service authorises and records a payment; the Department’s payer makes it.",
      "Reporting. The site reports what it spent by the form that the offer names, at 5pm on the working day that its calendar names. It says as soon as it knows that it will not spend the whole award.",
      "Change. The amount, the quarters and the payments change only in writing, here, with a reason. Each version is kept.",
      "Statement. After the last day the section 151 officer, or a delegate, certifies once what the award was used for.",
      "Unspent money comes back. What was paid and not used by the last day is paid back by the day that the Department names when it asks for it. Money of one financial year is spent in the next only with the Department’s consent.",
      "Evidence. Accounts and evidence are kept for seven years after the last day. The Department, or whoever audits it, may ask for them at any time, and has them within 5 working days.",
      "Leaving. The site may leave, and the Department may stop the pilot in the middle of it, with a reason. What was properly spent until then is paid; the statement is asked for after its last day; the people taking part are told.",
      "In confidence. The offer is in confidence until the Department announces. You may tell the people you need in order to start.",
      "Information. The offer and what is reported may be asked for under the Freedom of Information Act.",
    ],
  },
] as const

/** The edition that an offer made today is made with. */
export const termsNow = (): { edition: number; lines: string[] } => {
  const { edition, lines } = termsEditions[0]
  return { edition, lines: [...lines] }
}
