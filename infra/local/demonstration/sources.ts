/** Where the facts of the demonstration are published. */
export const sources = {
  opening:
    "Community Care, 23 June 2016: http://www.communitycare.co.uk/2016/06/23/named-social-worker-pilot-opens-applications/",
  sixCouncils:
    "Community Care, 6 December 2016: https://www.communitycare.co.uk/2016/12/06/six-councils-pilot-named-social-worker-scheme/",
  workers:
    "Community Care, 17 February 2017: https://www.communitycare.co.uk/2017/02/17/council-trials-independent-reviewing-officers-adult-services/",
  invitation:
    "British Association of Social Workers: https://basw.co.uk/articles/local-authorities-invited-join-named-social-worker-pilot",
  split:
    "Community Care, 11 August 2017: https://www.communitycare.co.uk/2017/08/11/councils-split-value-named-social-worker-pilot/",
  joining:
    "Community Care, 12 October 2017: https://www.communitycare.co.uk/2017/10/12/councils-join-named-social-worker-pilot-scheme/",
  yorkshire:
    "Yorkshire Post (Bradford and Sheffield): http://www.yorkshirepost.co.uk/news/politics/bradford-and-sheffield-to-benefit-from-400-000-social-worker-pilot-1-8809128",
  halton:
    "Halton Borough Council newsroom: https://hbcnewsroom.co.uk/one-to-one-support-for-people-with-learning-disabilities",
  shropshire:
    "Shropshire Star, 14 October 2017: https://shropshirestar.com/news/health/2017/10/14/funding-to-transform-the-lives-of-people-with-learning-disabilities-autism-and-mental-health-conditions-in-shropshire",
  haltonBoard:
    "Halton Borough Council, Health Policy and Performance Board, 18 September 2018: https://councillors.halton.gov.uk/ieIssueDetails.aspx?IId=45022&PlanId=0&Opt=3",
  sector: "Autism Eye: https://autismeye.com/social-worker",
} as const
