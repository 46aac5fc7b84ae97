/** Answers of each return, as its questions ask for them: of Sheffield's size, and nobody's. */
export const returnForms: Record<string, Record<string, Record<string, unknown>>> = {
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
