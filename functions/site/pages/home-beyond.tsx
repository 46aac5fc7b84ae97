/** What else there is from a home: what other sites have learned, the team, and dates for elsewhere. */
export const Beyond = ({ here, others }: { here: string; others: boolean }) => (
  <>
    {others && (
      <>
        <h2 class="govuk-heading-m">From other sites</h2>
        <p class="govuk-body">
          <a class="govuk-link" href="/learning">
            What sites have learned
          </a>
          , good news, and people you can ask.
        </p>
      </>
    )}
    <h2 class="govuk-heading-m">Your team</h2>
    <p class="govuk-body">
      <a class="govuk-link" href={`${here}/people`}>
        People and access
      </a>
      : who can see this, who confirms, until when.
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="/home/calendar">
        Your calendar
      </a>
      : put what is due into Outlook or Google Calendar.
    </p>
  </>
)
