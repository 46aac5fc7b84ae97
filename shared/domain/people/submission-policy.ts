import type { Move, Reviewing } from "../../form/workflow.ts"
import type { KindId } from "../../kinds/index.ts"
import type { Role } from "./role.ts"

/** How much of a record somebody sees. A closed set; each is one function over what is shown. */
export const views = ["whole", "money"] as const
export type View = (typeof views)[number]

export type Right = "read" | "start" | Move

type Row = Partial<Record<Role, View>>
type Rows = Record<Exclude<Right, Reviewing>, Row> & Partial<Record<Reviewing, Row>>

/** Whoever reads a return about money: the site’s own people, and those of the programme who check, accept and decide. */
// biome-ignore format: a table is read by its columns
const readsMoney: Row = {
  lead: "whole", contributor: "whole", sponsor: "whole", certifier: "whole",
  coordinator: "whole", finance: "whole", "decision-maker": "whole",
}

/** What the department does about a return of money, whatever it asks; and the site’s answer to a question. */
// biome-ignore format: a table is read by its columns
const reviewed: Partial<Record<Reviewing, Row>> = {
  look:                 { coordinator: "whole", finance: "whole" },
  "check completeness": { coordinator: "whole" },
  ask:                  { finance: "whole" },
  answer:               { lead: "whole", contributor: "whole" },
  settle:               { finance: "whole" },
  "send back":          { coordinator: "whole", finance: "whole" },
  accept:               { finance: "whole" },
  reopen:               { finance: "whole" },
}

/** A return of the evaluation: written at the site, signed by its lead, read and accepted by the evaluators. */
// biome-ignore format: a table is read by its columns
const evaluated: Rows = {
  read:             { lead: "whole", contributor: "whole", sponsor: "whole", governance: "whole", evaluator: "whole" },
  start:            { lead: "whole", contributor: "whole" },
  save:             { lead: "whole", contributor: "whole" },
  sign:             { lead: "whole" },
  decline:          { lead: "whole" },
  send:             { lead: "whole" },
  change:           { lead: "whole" },
  withdraw:         { lead: "whole" },
  "ask to be late": {},
  look:             { evaluator: "whole" },
  ask:              { evaluator: "whole" },
  answer:           { lead: "whole", contributor: "whole" },
  settle:           { evaluator: "whole" },
  "send back":      { evaluator: "whole" },
  accept:           { evaluator: "whole" },
  reopen:           { evaluator: "whole" },
}

/**
 * Who may do what, to which kind of record. These tables are the whole of it: nothing else in the code
 * asks after a role. What is not written here is not allowed. A grant of an organisation's role is over one
 * organisation, so a row says nothing of anybody else's; the programme's roles have theirs everywhere.
 */
// biome-ignore format: a table is read by its columns
export const policy: Record<KindId, Rows> = {
  "expression-of-interest": {
    read:             { lead: "whole", contributor: "whole", sponsor: "whole", certifier: "money", governance: "whole" },
    start:            { lead: "whole" },
    save:             { lead: "whole", contributor: "whole" },
    sign:             { lead: "whole", sponsor: "whole", certifier: "money", governance: "whole" },
    decline:          { sponsor: "whole", certifier: "money", governance: "whole" },
    send:             { lead: "whole", sponsor: "whole" },
    change:           { lead: "whole" },
    withdraw:         { lead: "whole", sponsor: "whole" },
    "ask to be late": { lead: "whole", sponsor: "whole" },
  },
  "continuing-site": {
    read:             { lead: "whole", contributor: "whole", sponsor: "whole" },
    start:            { lead: "whole", contributor: "whole" },
    save:             { lead: "whole", contributor: "whole" },
    sign:             { lead: "whole", sponsor: "whole" },
    decline:          { sponsor: "whole" },
    send:             { lead: "whole", sponsor: "whole" },
    change:           { lead: "whole" },
    withdraw:         { lead: "whole" },
    "ask to be late": {},
  },
  "spending-update": {
    read:             readsMoney,
    start:            { lead: "whole", contributor: "whole" },
    save:             { lead: "whole", contributor: "whole" },
    sign:             { lead: "whole", contributor: "whole" },
    decline:          { lead: "whole" },
    send:             { lead: "whole", contributor: "whole" },
    change:           { lead: "whole", contributor: "whole" },
    withdraw:         { lead: "whole" },
    "ask to be late": {},
    ...reviewed,
  },
  "funding-return": {
    read:             readsMoney,
    start:            { lead: "whole", contributor: "whole" },
    save:             { lead: "whole", contributor: "whole" },
    sign:             { lead: "whole", certifier: "whole" },
    decline:          { certifier: "whole" },
    send:             { lead: "whole", certifier: "whole" },
    change:           { lead: "whole", contributor: "whole" },
    withdraw:         { lead: "whole" },
    "ask to be late": {},
    suggest:          { certifier: "whole" },
    keep:             { lead: "whole", contributor: "whole" },
    ...reviewed,
  },
  "statement-of-grant-usage": {
    read:             readsMoney,
    start:            { lead: "whole", contributor: "whole" },
    save:             { lead: "whole", contributor: "whole" },
    sign:             { lead: "whole", certifier: "whole" },
    decline:          { certifier: "whole" },
    send:             { lead: "whole", certifier: "whole" },
    change:           { lead: "whole" },
    withdraw:         { lead: "whole" },
    "ask to be late": {},
    suggest:          { certifier: "whole" },
    keep:             { lead: "whole", contributor: "whole" },
    ...reviewed,
  },
  "follow-up": {
    read:             { lead: "whole", contributor: "whole", sponsor: "whole" },
    start:            { lead: "whole", contributor: "whole" },
    save:             { lead: "whole", contributor: "whole" },
    sign:             { lead: "whole" },
    decline:          { lead: "whole" },
    send:             { lead: "whole" },
    change:           { lead: "whole" },
    withdraw:         { lead: "whole" },
    "ask to be late": {},
  },
  "monthly-tally": {
    read:             { lead: "whole", contributor: "whole", sponsor: "whole", governance: "whole", evaluator: "whole" },
    start:            { lead: "whole", contributor: "whole" },
    save:             { lead: "whole", contributor: "whole" },
    sign:             { lead: "whole" },
    decline:          { lead: "whole" },
    send:             { lead: "whole", contributor: "whole" },
    change:           { lead: "whole", contributor: "whole" },
    withdraw:         { lead: "whole", contributor: "whole" },
    "ask to be late": {},
  },
  "evaluation-baseline": evaluated,
  "evaluation-midpoint": evaluated,
  "evaluation-final": evaluated,
}
