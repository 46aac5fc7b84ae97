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

  /** What a site is expected to send: by the end of what it covers, so that what is current lies together. */
  expected: (organisation: string, round: string) => ({
    pk: `SITE#${organisation}`,
    sk: `EXPECTED#${endIn(round)}#${round}`,
  }),
  expectedFrom: (organisation: string, day: string) => ({
    pk: `SITE#${organisation}`,
    sk: `EXPECTED#${day}`,
  }),
  /** Who was told what about it, once each. */
  told: (organisation: string, round: string, line: string) => ({
    pk: `SITE#${organisation}`,
    sk: `TOLD#${round}#${line}`,
  }),
  siteMove: (organisation: string, person: string, key: string) => ({
    pk: `SITE#${organisation}`,
    sk: `MOVE#${person}#${key}`,
  }),
  /** What the programme writes to somebody at a site about a return. */
  siteLetter: (organisation: string, id: string) => ({ pk: `SITE#${organisation}`, sk: `LETTER#${id}` }),
  /** What a site asks the coordinators: they have one desk. */
  ask: (programme: string, organisation: string, round: string) => ({
    pk: `DESK#${programme}`,
    sk: `ASK#${round}#${organisation}`,
  }),
  /** The calendar's letters: one a person a day, and more of them where it is very much. */
  notice: (programme: string, day: string, person: string, part = 1) => ({
    pk: `NOTICES#${programme}`,
    sk: part === 1 ? `${day}#${person}` : `${day}#${person}#${part}`,
  }),
  run: (programme: string) => ({ pk: `CALENDAR#${programme}`, sk: "RUN" }),
  noted: (programme: string, what: string) => ({ pk: `CALENDAR#${programme}`, sk: `NOTED#${what}` }),

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

  /** Whose calendar an address opens, by a hash of its secret; the person has the same hash beside their name. */
  feed: (secretHash: string) => ({ pk: `FEED#${secretHash}`, sk: "FEED" }),
  ownFeed: (person: string) => ({ pk: `PERSON#${person}`, sk: "FEED" }),
  feedMove: (person: string, key: string) => ({ pk: `FEED#${person}`, sk: `MOVE#${key}` }),

  link: (addressHash: string) => ({ pk: `LINK#${addressHash}`, sk: "LINK" }),
  limit: (what: string, whose: string, window: number) => ({
    pk: `LIMIT#${what}#${whose}`,
    sk: String(window),
  }),

  /**
   * The panel of a round: its head, then one small item for each expression of interest, so that a list is one query.
   * What is long, or is one person's own, lies apart from them.
   */
  panel: (round: string) => ({ pk: `PANEL#${round}`, sk: "READING" }),
  reading: (round: string, reference: string) => ({ pk: `PANEL#${round}`, sk: `READING#${reference}` }),
  /** One reader's own sheet as it stands, and each version of it that was sent. */
  sheet: (round: string, reference: string, person: string) => ({
    pk: `PANEL#${round}`,
    sk: `SHEET#${reference}#${person}`,
  }),
  sentSheet: (round: string, reference: string, person: string, version: number) => ({
    pk: `PANEL#${round}`,
    sk: `SENT#${reference}#${person}#${padded(version, 4)}`,
  }),
  /** What a member with lived experience thinks of it. */
  panelView: (round: string, reference: string, person: string) => ({
    pk: `PANEL#${round}`,
    sk: `VIEW#${reference}#${person}`,
  }),
  /** What it asks for in plain words, for them. */
  plainWords: (round: string, reference: string) => ({ pk: `PANEL#${round}`, sk: `PLAIN#${reference}` }),
  panelNote: (round: string, reference: string, number: number) => ({
    pk: `PANEL#${round}`,
    sk: `NOTE#${reference}#${padded(number, 4)}`,
  }),
  moderation: (round: string, reference: string) => ({
    pk: `PANEL#${round}`,
    sk: `MODERATION#${reference}`,
  }),
  decision: (round: string, reference: string, version: number) => ({
    pk: `PANEL#${round}`,
    sk: `DECISION#${reference}#${padded(version, 4)}`,
  }),
  feedback: (round: string, reference: string) => ({ pk: `PANEL#${round}`, sk: `FEEDBACK#${reference}` }),
  /** What somebody does to many readings at once, until it is done to each. */
  panelJob: (round: string, job: string) => ({ pk: `PANEL#${round}`, sk: `JOB#${job}` }),
  /** What people of the panel are told: apart from all that they read, so that whoever sends letters reaches no score. */
  panelLetter: (round: string, id: string) => ({ pk: `PANELMAIL#${round}`, sk: `LETTER#${id}` }),
  /** What opens the sealed letters of the round: nobody else has it before they are told. */
  sealKey: (round: string) => ({ pk: `PANEL#${round}`, sk: "SEALKEY" }),
  panelChain: (round: string, record: string) => ({ pk: `PANEL#${round}`, sk: `CHAIN#${record}` }),
  panelMove: (round: string, person: string, key: string) => ({
    pk: `PANEL#${round}`,
    sk: `MOVE#${person}#${key}`,
  }),
  panelContents: (round: string, record: string, number: number) => ({
    pk: `PANEL#${round}`,
    sk: `CONTENTS#${record}#${padded(number, 6)}`,
  }),
  panelEvent: (round: string, record: string, number: number) => ({
    pk: `PANELLOG#${round}`,
    sk: `${record}#${padded(number, 6)}`,
  }),
  /** What is decided about an organisation's own, sealed: unreadable until the round is told. */
  sealed: (organisation: string, reference: string) => ({ pk: `SEALED#${organisation}`, sk: reference }),
  /** Told: what opens them. The one item by which a round is told to everybody at once. */
  roundTold: (round: string) => ({ pk: `ROUND#${round}`, sk: "TOLD" }),
  /** The private office's page of facts, by a hash of its secret. */
  office: (secretHash: string) => ({ pk: `OFFICE#${secretHash}`, sk: "OFFICE" }),
  roundOffice: (round: string) => ({ pk: `PANEL#${round}`, sk: "OFFICE" }),
  /** A question of the panel about what was sent, and its answer. */
  panelQuestion: (organisation: string, reference: string, number: number) => ({
    pk: `SITE#${organisation}`,
    sk: `PANELQUESTION#${reference}#${padded(number, 4)}`,
  }),
  /**
   * What is current at a site, together: what is to be done there, by the day it is due, and where its coaching stands.
   * What is done goes elsewhere, so that this costs the same after years.
   */
  action: (organisation: string, id: string) => ({ pk: `SITE#${organisation}`, sk: `NOW#ACTION#${id}` }),
  actionOver: (organisation: string, id: string) => ({ pk: `SITE#${organisation}`, sk: `OVER#ACTION#${id}` }),
  coaching: (organisation: string, phase: string) => ({
    pk: `SITE#${organisation}`,
    sk: `NOW#COACHING#${phase}`,
  }),
  /** What a site promised as it asked to take part, carried into the phase. */
  promise: (organisation: string, phase: string) => ({
    pk: `SITE#${organisation}`,
    sk: `PROMISE#${phase}`,
  }),
  /** Asks to be late: for the chair, until decided. */
  lateAsk: (programme: string, round: string, organisation: string) => ({
    pk: `DESK#${programme}`,
    sk: `LATE#${round}#${organisation}`,
  }),

  /** What was decided about an ask to be late. */
  lateDecision: (round: string, organisation: string) => ({
    pk: `PANEL#${round}`,
    sk: `LATE#${organisation}`,
  }),

  /** The money of one site in each phase: where it stands, and every line of its ledger. Put once, never changed. */
  account: (organisation: string, phase: string) => ({
    pk: `FUNDING#${organisation}`,
    sk: `ACCOUNT#${phase}`,
  }),
  entry: (organisation: string, phase: string, number: number) => ({
    pk: `LEDGER#${organisation}`,
    sk: `${phase}#${padded(number, 6)}`,
  }),
  fundingMove: (organisation: string, person: string, key: string) => ({
    pk: `FUNDING#${organisation}`,
    sk: `MOVE#${person}#${key}`,
  }),
  /** A question of the department about a figure that was sent, and what became of it. */
  figureQuestion: (organisation: string, phase: string, number: number) => ({
    pk: `FUNDING#${organisation}`,
    sk: `QUESTION#${phase}#${padded(number, 4)}`,
  }),
  fundingLetter: (organisation: string, id: string) => ({
    pk: `FUNDING#${organisation}`,
    sk: `LETTER#${id}`,
  }),
  /** A file that shows what was spent: what is known of it. The file itself lies in a store of files. */
  evidence: (organisation: string, phase: string, id: string) => ({
    pk: `FUNDING#${organisation}`,
    sk: `EVIDENCE#${phase}#${id}`,
  }),
  /** A workbook that was read and not confirmed yet: it goes by itself. */
  workbook: (organisation: string, reference: string, id: string) => ({
    pk: `WORKBOOK#${organisation}`,
    sk: `${reference}#${id}`,
  }),
  /** What the payer answered: each file once, by the hash of its bytes. */
  payerFile: (programme: string, id: string) => ({ pk: `PAYER#${programme}`, sk: `FILE#${id}` }),
  /** Its rows as they were planned, so many together. */
  payerRows: (programme: string, id: string, part: number) => ({
    pk: `PAYER#${programme}`,
    sk: `ROWS#${id}#${padded(part, 4)}`,
  }),
  payerMove: (programme: string, person: string, key: string) => ({
    pk: `PAYER#${programme}`,
    sk: `MOVE#${person}#${key}`,
  }),
  sample: (programme: string, id: string) => ({ pk: `PAYER#${programme}`, sk: `SAMPLE#${id}` }),

  /** What a site and its coach share about one phase, by what it is. */
  shared: (organisation: string, what: SharedRecord, phase: string, id: string) => ({
    pk: `COACHING#${organisation}`,
    sk: `${what}#${phase}#${id}`,
  }),
  coachingChain: (organisation: string, record: string) => ({
    pk: `COACHING#${organisation}`,
    sk: `CHAIN#${record}`,
  }),
  coachingMove: (organisation: string, person: string, key: string) => ({
    pk: `COACHING#${organisation}`,
    sk: `MOVE#${person}#${key}`,
  }),
  coachingLetter: (organisation: string, id: string) => ({
    pk: `COACHING#${organisation}`,
    sk: `LETTER#${id}`,
  }),
  /** What the coordinating side has not shared yet, or keeps: apart, so that credentials of a site alone need not reach it. */
  ofCoaches: (organisation: string, what: "DRAFT" | "NOTE" | "SOURCE", phase: string, id: string) => ({
    pk: `COACHES#${organisation}`,
    sk: `${what}#${phase}#${id}`,
  }),

  /** Where the evaluation of a site stands, with what is current there. */
  evaluationHead: (organisation: string, phase: string) => ({
    pk: `SITE#${organisation}`,
    sk: `NOW#EVALUATION#${phase}`,
  }),
  /** The evaluation of one site: its plan, what its returns say in figures, what was released of them. */
  evaluation: (organisation: string, what: EvaluationRecord, phase: string, id: string) => ({
    pk: `EVALUATION#${organisation}`,
    sk: `${what}#${phase}#${id}`,
  }),
  evaluationChain: (organisation: string, record: string) => ({
    pk: `EVALUATION#${organisation}`,
    sk: `CHAIN#${record}`,
  }),
  evaluationMove: (organisation: string, person: string, key: string) => ({
    pk: `EVALUATION#${organisation}`,
    sk: `MOVE#${person}#${key}`,
  }),
  evaluationLetter: (organisation: string, id: string) => ({
    pk: `EVALUATION#${organisation}`,
    sk: `LETTER#${id}`,
  }),
  /** Stories as the site keeps them: nobody else reads one before it was checked. */
  story: (organisation: string, what: "STORY" | "TEXT", phase: string, id: string) => ({
    pk: `STORIES#${organisation}`,
    sk: `${what}#${phase}#${id}`,
  }),
  /** Stories that others may read now, with everything they may read of them: taken away in the write that withdraws one. */
  sharedStory: (programme: string, phase: string, organisation: string, id: string) => ({
    pk: `SHAREDSTORIES#${programme}`,
    sk: `${phase}#${organisation}#${id}`,
  }),
  /** What people, families and practitioners answered, straight to the evaluator: nobody at the site reaches it. */
  answerGiven: (organisation: string, phase: string, wave: string, id: string) => ({
    pk: `ANSWERS#${organisation}`,
    sk: `${phase}#${wave}#${id}`,
  }),
  /** What an unsigned link asks, of whom: by a hash of its secret. */
  asking: (secretHash: string) => ({ pk: `ASKING#${secretHash}`, sk: "ASKING" }),
  /** What evaluators keep across sites: waves of asking, true counts behind a release, costs, drafts of reports. */
  finding: (programme: string, what: FindingRecord, phase: string, id: string) => ({
    pk: `FINDINGS#${programme}`,
    sk: `${what}#${phase}#${id}`,
  }),
  findingsChain: (programme: string, record: string) => ({
    pk: `FINDINGS#${programme}`,
    sk: `CHAIN#${record}`,
  }),
  findingsMove: (programme: string, person: string, key: string) => ({
    pk: `FINDINGS#${programme}`,
    sk: `MOVE#${person}#${key}`,
  }),
  findingsLetter: (programme: string, id: string) => ({ pk: `FINDINGS#${programme}`, sk: `LETTER#${id}` }),
  /** A release: the suppressed tables, put once. Every way out reads these and nothing behind them. */
  release: (programme: string, phase: string, number: number) => ({
    pk: `RELEASED#${programme}`,
    sk: `RELEASE#${phase}#${padded(number, 4)}`,
  }),
  /** A report that is published: at one address for ever. */
  report: (programme: string, id: string) => ({ pk: `REPORTS#${programme}`, sk: `REPORT#${id}` }),

  /** A row of a record kept elsewhere that was taken over, by hashes of what it comes from and of its id there. */
  takenOver: (programme: string, source: string, row: string) => ({
    pk: `IMPORTED#${programme}`,
    sk: `${source}#${row}`,
  }),

  /** What sites share with each other: what waits for a coordinator, what they have, and what everybody may read. */
  learning: (programme: string, level: LearningLevel, id: string) => ({
    pk: `LEARNING#${programme}#${level}`,
    sk: `IDEA#${id}`,
  }),
  communitySession: (programme: string, id: string) => ({
    pk: `LEARNING#${programme}#community`,
    sk: `SESSION#${id}`,
  }),
  /** Whoever chose to be listed for other sites. */
  listedPerson: (programme: string, organisation: string, person: string) => ({
    pk: `LEARNING#${programme}#community`,
    sk: `PERSON#${organisation}#${person}`,
  }),
  /** What became of an idea, beside whoever offered it; and whose it is, by its id in the library. */
  learningDecided: (programme: string, person: string, id: string) => ({
    pk: `LEARNING#${programme}#waiting`,
    sk: `DECIDED#${person}#${id}`,
  }),
  learningOrigin: (programme: string, id: string) => ({
    pk: `LEARNING#${programme}#waiting`,
    sk: `ORIGIN#${id}`,
  }),
  learningChain: (programme: string, record: string) => ({
    pk: `LEARNING#${programme}#waiting`,
    sk: `CHAIN#${record}`,
  }),
  learningMove: (programme: string, person: string, key: string) => ({
    pk: `LEARNING#${programme}#waiting`,
    sk: `MOVE#${person}#${key}`,
  }),
  learningLetter: (programme: string, id: string) => ({
    pk: `LEARNING#${programme}#waiting`,
    sk: `LETTER#${id}`,
  }),

  /** What everybody may know. */
  round: (round: string) => ({ pk: `ROUND#${round}`, sk: "ROUND" }),
  answer: (round: string, number: number) => ({ pk: `ROUND#${round}`, sk: `ANSWER#${padded(number, 4)}` }),
  programme: (programme: string) => ({ pk: `PROGRAMME#${programme}`, sk: "PROGRAMME" }),
  listedRound: (programme: string, round: string) => ({ pk: `PROGRAMME#${programme}`, sk: `ROUND#${round}` }),
  /** That a round was told, beside the rounds of lists: a home asks for what is sealed only where it is there. */
  listedTold: (programme: string, round: string) => ({
    pk: `PROGRAMME#${programme}`,
    sk: `ROUND#${round}#TOLD`,
  }),
  /** A round that is being prepared: it is nobody's but the programme's until it is published. */
  draftRound: (programme: string, round: string) => ({ pk: `PROGRAMME#${programme}`, sk: `DRAFT#${round}` }),
  phase: (programme: string, phase: string) => ({ pk: `PROGRAMME#${programme}`, sk: `PHASE#${phase}` }),
  sitePhase: (programme: string, phase: string, organisation: string) => ({
    pk: `PROGRAMME#${programme}`,
    sk: `PHASE#${phase}#SITE#${organisation}`,
  }),
  period: (programme: string, period: string) => ({
    pk: `PROGRAMME#${programme}`,
    sk: `PERIOD#${endIn(period)}#${period}`,
  }),
  organisation: (organisation: string) => ({ pk: "DIRECTORY", sk: `ORG#${organisation}` }),
  /** Turned with every change of the directory, so that two people never take the same code, domain or place. */
  directoryTurn: () => ({ pk: "DIRECTORY", sk: "TURN" }),
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
  /** What people change in the programme itself: how far each record's chain has got, and the moves that were made. */
  programmeChain: (record: string) => ({ pk: "CHANGES#programme", sk: `CHAIN#${record}` }),
  programmeMove: (person: string, key: string) => ({ pk: "CHANGES#programme", sk: `MOVE#${person}#${key}` }),
  questionLetter: (round: string, id: string) => ({ pk: `ASKED#${round}`, sk: `LETTER#${id}` }),
}

/** The records that a site and its coach share. */
export type SharedRecord =
  | "SESSION"
  | "TEXT"
  | "REMARK"
  | "ADDENDUM"
  | "PLAN"
  | "PLANVERSION"
  | "PLANREMARK"
  | "GOING"
  | "RATING"
  | "RISK"
  | "RISKLOOK"
  | "HELP"

/** The records of the evaluation of one site. */
export type EvaluationRecord =
  | "PLAN"
  | "PLANVERSION"
  | "PLANREMARK"
  | "AGREEDPLAN"
  | "FIGURES"
  | "RELEASEDFIGURE"
  | "QUESTION"
  | "ASKING"
  | "ONEPAGE"

/** The records of evaluators across sites. */
export type FindingRecord = "WAVE" | "TRUTH" | "COSTS" | "REPORT"

/** How far something that was learned is shared. */
export type LearningLevel = "waiting" | "community" | "public"

/** Where files lie in the store of files: as browsers put them, and as they are kept once they were looked at. */
export const fileFolders = { arriving: "arriving/", kept: "kept/" } as const

const padded = (number: number, width: number) => String(number).padStart(width, "0")

/** A round has no end in its id, only the year it was prepared in: what is begun in it lies at the end of the year after. */
const endIn = (round: string) =>
  /\d{4}-\d{2}-\d{2}$/.exec(round)?.[0] ??
  `${Number(/\d{4}$/.exec(round)?.[0] ?? -1) + 1}-99`.padStart(7, "0")

/** What every site is expected to send in a round, with where it stands: other people's lists, said with their time. */
export const byRound = { index: "byRound", hash: "inRound", sort: "site" } as const

export const byRoundProjection = [
  "organisation",
  "round",
  "name",
  "title",
  "kind",
  "phase",
  "owed",
  "covers",
  "rule",
  "opens",
  "by",
  "locks",
  "extended",
  "notNeeded",
  "asked",
  "stands",
  "signs",
  "cover",
  "panelAsks",
  "told",
  "sequence",
  "revision",
  "summary",
]

/** What is to be done about something on a day: only what has a day is in it. */
export const byDay = { index: "byDay", hash: "onDay", sort: "sk" } as const

/** The index that lists an organisation's submissions, newest first: heads alone are in it. */
export const newest = { index: "newest", sort: "opened" } as const

/** What the index carries besides the keys: what a list shows, and no more. */
export const newestProjection = [
  "reference",
  "kind",
  "nil",
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
  "review",
  "back",
]
