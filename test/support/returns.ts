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
