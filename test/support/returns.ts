/** Answers of each return, as its questions ask for them: of Sheffield's size, and nobody's. */
export const returnForms: Record<string, Record<string, Record<string, unknown>>> = {
  "monthly-tally": {
    tally: {
      team: [
        {
          name: "AB",
          people: { number: 9 },
          kept: { number: 8 },
          started: { number: 1 },
          stopped: { number: 0 },
          admissions: { number: 0 },
          discharges: { notKnown: "The ward has not said" },
          formal: { number: 1 },
          meeting: { number: 2 },
          changed: { number: 1 },
          days: 2.5,
        },
      ],
    },
  },
  "continuing-site": {
    "going-on": {
      people: { number: 20 },
      different: "Nothing is.",
      involved: "The self-advocacy group read it.",
      measures: true,
    },
  },
  "spending-update": {
    spending: {
      spending: { workers: { spent: 900_000, expected: 400_000 }, training: { spent: 120_050 } },
      accruals: 0,
    },
    outlook: { award: "whole" },
  },
  "funding-return": {
    spending: {
      spending: {
        practitioners: { actual: 2_950_000, accrued: 50_000, committed: 800_000 },
        backfill: { actual: 880_050 },
        other: { actual: 12_000 },
      },
      other: "Room hire for three evening meetings.",
    },
    corrections: {
      any: true,
      corrections: [
        { of: "before", head: "practitioners", amount: -12_050, why: "An invoice was posted twice." },
      ],
    },
    forecast: {
      forecast: { practitioners: { "2018-06-30": 1_500_000 }, backfill: { "2018-06-30": 482_700 } },
    },
    reasons: {},
    moving: {
      any: true,
      moves: [
        {
          from: "backfill",
          to: "training",
          amount: 30_000,
          kind: "forecast",
          why: "Two more learning days were asked for.",
        },
      ],
    },
    ending: {
      plan: "return",
      words: "The second post was filled late. What is left comes back.",
      confidence: "4",
    },
    staff: {
      posts: [
        { role: "Named social worker", share: 0.6, state: "filled", start: "2017-10-02", end: "2018-04-30" },
        { role: "Administrator", share: 0.25, state: "vacant", start: "2018-03-19", end: "2018-04-30" },
      ],
    },
    "other-funding": {
      any: true,
      sources: [{ source: "The council’s training budget", amount: 150_000, kind: "kind", secured: true }],
    },
    checks: { ineligible: true },
  },
  "statement-of-grant-usage": {
    usage: { used: { used: { "2017-18": 9_282_700 } }, unspent: 0 },
  },
  "evaluation-baseline": {
    beginning: { first: "2017-10-16", asOf: "2017-10-02" },
    people: {
      people: { value: { count: 20 } },
      kept: { value: { notApplicable: "Nobody has a named social worker before it begins." } },
    },
    workers: {
      "challenges-formal": { value: { count: 0 } },
      "challenges-meeting": { value: { notKnown: "The team kept no list.", knownBy: "2018-04-16" } },
      "protected-days": { value: { amount: 2.5, n: 4 }, method: "The rota of October" },
    },
    system: {
      admissions: { value: { count: 6 }, on: "2017-09-30", complete: 90 },
      discharges: { value: { count: 2 } },
      "challenges-changed": { value: { numerator: 0, denominator: 0 } },
    },
  },
  "evaluation-midpoint": {
    taken: { asOf: "2018-01-02", none: "The site joined late." },
    limits: { limits: "Six people answered. Nobody was asked twice." },
  },
  "evaluation-final": {
    taken: { asOf: "2018-03-29", none: "The site joined late." },
    people: {
      people: { value: { count: 18 } },
      kept: {
        value: { numerator: 15, denominator: 18 },
        attribution: "main",
        because: "Posts stayed filled.",
      },
    },
    workers: {
      "challenges-formal": { value: { count: 3 } },
      "challenges-meeting": { value: { count: 9 } },
      "protected-days": { value: { amount: 2.5, n: 4 }, attribution: "helped" },
    },
    system: {
      admissions: { value: { count: 1 }, attribution: "cannot-tell" },
      discharges: { value: { notKnown: "The ward has not answered.", knownBy: "2018-06-29" } },
      "challenges-changed": { value: { numerator: 7, denominator: 12 }, attribution: "helped" },
    },
    learning: {
      surprise: "How much time one telephone number saves.",
      stopped: "Reviews without the person. They changed nothing.",
      next: "A worker shared between two teams.",
    },
    voice: {
      said: "That it helps to know who to ask.",
      asked: "A self-advocacy group, independent of the council.",
      did: "You said that letters are too long. Each is one page now.",
    },
    limits: { limits: "Small numbers, and no group to compare with." },
    after: {
      "after-same-worker": { value: { count: 16 } },
      "after-told": { value: { count: 18 } },
    },
  },
  "follow-up": {
    afterwards: {
      role: "changed",
      kept: { number: 12 },
      stopped: "Nothing stopped. The team meets less often.",
      told: true,
      when: "2018-09-18",
    },
  },
}
