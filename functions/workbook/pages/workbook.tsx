import { Button } from "../../../shared/web/govuk/button.tsx"
import { ErrorSummary } from "../../../shared/web/govuk/error-summary.tsx"
import { FileUpload } from "../../../shared/web/govuk/file-upload.tsx"
import { InsetText } from "../../../shared/web/govuk/inset-text.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { newKey } from "../../../shared/web/move-key.ts"
import { NotWatched } from "../../../shared/web/notes.tsx"
import { SentenceOf } from "../../../shared/web/sentence.tsx"
import { submissionAt, workbookAt } from "../../../shared/web/submission-addresses.ts"
import type { C, Desk } from "../desk.ts"

type Props = { c: C; desk: Desk; problems?: string[] }

/** A return as a workbook: taken away, filled in and given back. */
export const WorkbookPage = ({ c, desk, problems = [] }: Props) => {
  const { head, organisation, sentence, mayFill } = desk
  const at = workbookAt(organisation.id, head.reference)
  return (
    <Page
      c={c}
      title={`Fill it in in Excel – ${head.reference}`}
      back={{ href: submissionAt(organisation.id, head.reference), text: "Back to it" }}
      wrong={problems.length > 0}
      plain
    >
      {problems.length > 0 && <ErrorSummary errors={problems.map((text) => ({ text, href: "#file" }))} />}
      <span class="govuk-caption-l">
        {head.title}, {organisation.name}
      </span>
      <h1 class="govuk-heading-l">Fill it in in Excel</h1>
      <SentenceOf sentence={sentence} />
      <h2 class="govuk-heading-m">1. Download it</h2>
      <p class="govuk-body">It has what is saved now in it.</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <a class="govuk-link" href={`${at}/file.xlsx`}>
            Excel workbook (.xlsx)
          </a>
        </li>
        <li>
          <a class="govuk-link" href={`${at}/file.ods`}>
            OpenDocument spreadsheet (.ods)
          </a>
        </li>
      </ul>
      <h2 class="govuk-heading-m">2. Fill it in</h2>
      <p class="govuk-body">Type in the yellow cells. Type figures, not formulas.</p>
      <h2 class="govuk-heading-m">3. Give it back</h2>
      {mayFill ? (
        <form method="post" action={at} enctype="multipart/form-data" novalidate>
          <NotWatched />
          <p class="govuk-body">You see what it changes before anything is saved. It sends nothing.</p>
          <input type="hidden" name="key" value={newKey(c.var.world)} />
          <FileUpload
            id="file"
            name="file"
            label={{ text: "Choose the file", size: "s" }}
            hint="An Excel workbook, an OpenDocument spreadsheet, or one of its tables as CSV, smaller than 2 MB."
            errorMessage={problems[0]}
            accept=".xlsx,.ods,.csv"
          />
          <Button preventDoubleClick>See what it changes</Button>
        </form>
      ) : (
        <InsetText>Its answers cannot be changed by you as things stand.</InsetText>
      )}
    </Page>
  )
}
