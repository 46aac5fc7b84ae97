/** What every letter says of the service that sends it. */
export type Sender = {
  serviceName: string
  demonstration: boolean
  contact: { name: string; email: string; phone: string }
}
export type Words = { subject: string; text: string }

/** A letter as it goes: plain text, with whom to ask at its end. A subject is one line, whatever is in it. */
export const wholeLetter = (
  { contact, demonstration, serviceName }: Sender,
  subject: string,
  lines: string[],
): Words => ({
  subject: `${demonstration ? "[Demonstration] " : ""}${subject.replace(/\s+/g, " ")}`,
  text: [
    ...lines,
    `Questions: ${contact.name}, telephone ${contact.phone}, working days 9am to 5pm, ${contact.email}`,
    serviceName,
  ].join("\n\n"),
})
