/**
 * Every key of the table. Partitions are by who may reach them, because permissions divide by partition
 * key alone: what different people may read never shares one.
 */
export const keys = {
  /** One organisation's records. */
  submission: (organisation: string, reference: string) => ({
    pk: `ORG#${organisation}`,
    sk: `SUB#${reference}`,
  }),
  section: (organisation: string, reference: string, section: string) => ({
    pk: `ORG#${organisation}`,
    sk: `SUB#${reference}#${section}`,
  }),
  live: (organisation: string, round: string) => ({ pk: `ORG#${organisation}`, sk: `LIVE#${round}` }),
  sent: (organisation: string, reference: string, version: number) => ({
    pk: `ORG#${organisation}`,
    sk: `SENT#${reference}#${padded(version, 4)}`,
  }),
  letter: (organisation: string, id: string) => ({ pk: `ORG#${organisation}`, sk: `LETTER#${id}` }),
  /** A move that was made: the same key again gives the same answer. */
  move: (organisation: string, person: string, key: string) => ({
    pk: `ORG#${organisation}`,
    sk: `MOVE#${person}#${key}`,
  }),

  /** Its events, one chain a record. Put and queried, never changed. */
  event: (organisation: string, record: string, number: number) => ({
    pk: `LOG#${organisation}`,
    sk: `${record}#${padded(number, 6)}`,
  }),
  /** What was written with an event: apart, because it may have to go while the chain stays. */
  contents: (organisation: string, record: string, number: number) => ({
    pk: `CONTENTS#${organisation}`,
    sk: `${record}#${padded(number, 6)}`,
  }),

  /** What anybody may check a receipt by, by the organisation's code in the reference. */
  proof: (code: string, reference: string, version: number) => ({
    pk: `PROOF#${code}`,
    sk: `${reference}#${padded(version, 4)}`,
  }),

  /** Who belongs to an organisation. */
  member: (organisation: string, person: string, grant: string) => ({
    pk: `PEOPLE#${organisation}`,
    sk: `MEMBER#${person}#${grant}`,
  }),
  peopleMove: (organisation: string, person: string, key: string) => ({
    pk: `PEOPLE#${organisation}`,
    sk: `MOVE#${person}#${key}`,
  }),
  peopleLetter: (organisation: string, id: string) => ({ pk: `PEOPLE#${organisation}`, sk: `LETTER#${id}` }),
  chain: (organisation: string) => ({ pk: `PEOPLE#${organisation}`, sk: "CHAIN" }),
  leader: (organisation: string) => ({ pk: `PEOPLE#${organisation}`, sk: "LEAD" }),

  /** One person: who they are, what they may do, where they are signed in, what they typed too late. */
  person: (person: string) => ({ pk: `PERSON#${person}`, sk: "PERSON" }),
  grant: (person: string, grant: string) => ({ pk: `PERSON#${person}`, sk: `GRANT#${grant}` }),
  session: (person: string, secretHash: string) => ({ pk: `PERSON#${person}`, sk: `SESSION#${secretHash}` }),
  typed: (person: string, id: string) => ({ pk: `TYPED#${person}`, sk: `TYPED#${id}` }),
  mail: (address: string) => ({ pk: `MAIL#${address}`, sk: "PERSON" }),

  link: (addressHash: string) => ({ pk: `LINK#${addressHash}`, sk: "LINK" }),
  limit: (what: string, whose: string, window: number) => ({
    pk: `LIMIT#${what}#${whose}`,
    sk: String(window),
  }),

  /** What everybody may know. */
  round: (round: string) => ({ pk: `ROUND#${round}`, sk: "ROUND" }),
  answer: (round: string, number: number) => ({ pk: `ROUND#${round}`, sk: `ANSWER#${padded(number, 4)}` }),
  programme: (programme: string) => ({ pk: `PROGRAMME#${programme}`, sk: "PROGRAMME" }),
  listedRound: (programme: string, round: string) => ({ pk: `PROGRAMME#${programme}`, sk: `ROUND#${round}` }),
  organisation: (organisation: string) => ({ pk: "DIRECTORY", sk: `ORG#${organisation}` }),
  domain: (domain: string) => ({ pk: "DIRECTORY", sk: `DOMAIN#${domain}` }),

  /** Questions asked about a round, with who asked: for the coordinators, never for the public. */
  question: (round: string, id: string) => ({ pk: `ASKED#${round}`, sk: `WAITING#${id}` }),
  answered: (round: string, id: string) => ({ pk: `ASKED#${round}`, sk: `ANSWERED#${id}` }),
  unpublished: (round: string, id: string) => ({ pk: `ASKED#${round}`, sk: `UNPUBLISHED#${id}` }),
  questionDesk: (round: string) => ({ pk: `ASKED#${round}`, sk: "DESK" }),
  questionMove: (round: string, person: string, key: string) => ({
    pk: `ASKED#${round}`,
    sk: `MOVE#${person}#${key}`,
  }),
  questionLetter: (round: string, id: string) => ({ pk: `ASKED#${round}`, sk: `LETTER#${id}` }),
}

const padded = (number: number, width: number) => String(number).padStart(width, "0")

/** The index that lists an organisation's submissions, newest first: heads alone are in it. */
export const newest = { index: "newest", sort: "opened" } as const

/** What the index carries besides the keys: what a list shows, and no more. */
export const newestProjection = [
  "reference",
  "kind",
  "state",
  "round",
  "title",
  "revision",
  "version",
  "changedAt",
  "changedBy",
  "sentAt",
  "waitingFor",
  "waitingSince",
]
