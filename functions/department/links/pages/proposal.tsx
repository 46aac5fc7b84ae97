import { Button } from "../../../../shared/web/govuk/button.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import type { C } from "../../../../shared/web/panel/here.ts"
import { assignAt } from "../addresses.ts"
import type { Assigning, Proposal } from "../sharing.ts"
import { pairsField } from "../ticked.ts"

type Props = { c: C; desk: Assigning; proposal: Proposal }

/** Who would read what: nothing is given before it is said so. */
export const ProposalPage = ({ c, desk, proposal }: Props) => {
  const { round } = desk
  const { pairs, short, among } = proposal
  const nameOf = (person: string) => among.find(({ actor }) => actor.id === person)?.actor.name ?? ""
  const given = desk.rows.flatMap(({ one }) => {
    const readers = pairs.filter(({ reference }) => reference === one.reference)
    const left = short.find(({ reference }) => reference === one.reference)?.missing ?? 0
    return readers.length > 0 || left > 0 ? [{ one, readers, left }] : []
  })
  return (
    <Page
      c={c}
      title={`How they would be shared out – ${round.title}`}
      back={{ href: assignAt(round.id), text: "Who reads what" }}
      wide
    >
      <span class="govuk-caption-l">{round.title}</span>
      <h1 class="govuk-heading-l">How they would be shared out</h1>
      <p class="govuk-body-l">{firstLine(pairs.length, short.length)}</p>
      {pairs.length > 0 && (
        <form method="post" action={assignAt(round.id)}>
          <input type="hidden" name="key" value={newKey(c.var.world)} />
          <input type="hidden" name="pairs" value={pairsField(pairs)} />
          <Button preventDoubleClick>Give them out so</Button>
        </form>
      )}
      <Table
        caption="Each reader"
        captionSize="m"
        firstCellIsHeader
        small
        head={[
          { text: "Reader" },
          { text: "Reads now", numeric: true },
          { text: "Would read", numeric: true },
        ]}
        rows={among.map(({ actor, has }) => [
          { content: actor.name },
          { content: String(has), numeric: true },
          { content: String(has + pairs.filter(({ person }) => person === actor.id).length), numeric: true },
        ])}
      />
      {given.length > 0 && (
        <Table
          caption="Each expression of interest"
          captionSize="m"
          firstCellIsHeader
          small
          head={[{ text: "Organisation" }, { text: "New readers" }, { text: "Still missing" }]}
          rows={given.map(({ one, readers, left }) => [
            { content: one.name },
            { content: readers.map(({ person }) => nameOf(person)).join(", ") || "Nobody can" },
            { content: left === 0 ? "Nothing" : left === 1 ? "1 reader" : `${left} readers` },
          ])}
        />
      )}
    </Page>
  )
}

const firstLine = (pairs: number, short: number) => {
  const missing = short === 1 ? "1 does" : `${short} do`
  const still = `${missing} not have enough readers: choose more readers, or let others in.`
  if (pairs === 0)
    return short > 0 ? `Nobody of these can read what is left. ${still}` : "Every one has its readers."
  return short > 0 ? `Nothing is given yet. ${still}` : "Nothing is given yet. Each would have its readers."
}
