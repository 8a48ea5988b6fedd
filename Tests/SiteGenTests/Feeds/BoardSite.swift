import TestSupport

/// A site of a few postings with everything on for job boards: on-site with pay by place, remote in
/// two states, hybrid in a language of its own, and a pair of translations.
func boardSite() throws -> TestFolder {
  let folder = try TestFolder()
  try folder.write(
    """
    title: Jobs at Lodemar
    description: We build buoys.
    base_url: https://jobs.lodemar.example/careers
    language: en
    languages: [en, de]
    time_zone: Europe/Lisbon
    organization:
      name: Lodemar
      url: https://lodemar.example
      logo: /images/logo.svg
      email: jobs@lodemar.example
      linkedin_id: 9990001
      size: 388
      same_as: ["https://social.example/@lodemar"]
      address: {street: Rua do Cais Velho 14, postal_code: 2900-182, city: Setúbal, country: PT}
    departments: [Engineering, {name: Firmware, parent: Engineering}, Production]
    apply:
      url: https://apply.lodemar.example/?form=1
      track: {linkedin: {utm_source: linkedin}, lever: {via: "lever & co"}}
    benefits: {leave: 30 days of leave}
    sections: {responsibilities: {en: [What you will do]}}
    feeds: {greenhouse: true, lever: true, ashby: true, recruitee: true, teamtailor: true}
    checks: {severity: {job: off, google: off, body: off}}

    """,
    to: "site.yml"
  )
  try folder.write(
    """
    ---
    title: Welder
    department: Production
    team: Hulls
    employment_type: [full-time, fixed-term]
    duration: 12 months
    workplace: on-site
    locations:
      - {city: Setúbal, country: PT, postal_code: 2900-182, street: Rua do Cais Velho 14}
      - Halifax, NS, CA
    levels: [mid, senior]
    date_posted: 2026-10-20
    date_updated: 2026-11-03
    valid_through: 2026-12-18
    salary:
      - {min: 21500, max: 26000, currency: EUR, per: year, locations: ["Setúbal, PT"]}
      - {min: 31, max: 38.50, currency: CAD, per: hour, note: plus boats, locations: ["Halifax, NS, CA"]}
    benefits: [leave]
    experience: 3-5 years
    education: certificate
    visa_sponsorship: false
    tech_stack: [TIG]
    ---

    Weld the frames of buoys that stay at sea for nine years, in a yard that smells of tar & salt.

    ## What you will do

    - Read [the drawings](/drawings/), then ask
    - Weld ]]> and `<b>` "twice"

    """,
    to: "content/jobs/welder.md"
  )
  try folder.write(
    """
    ---
    title: Site Reliability Engineer
    department: Firmware
    employment_type: full-time
    workplace: remote
    remote: {countries: [US, CA], regions: [TX, NS, CO]}
    date_posted: 2026-11-10
    salary: {min: 120000, currency: USD, per: year}
    apply: {form: "https://forms.lodemar.example/sre"}
    experience: none
    education: none
    ---

    Keep the warnings awake.

    """,
    to: "content/jobs/site-reliability-engineer.md"
  )
  let german = """
    title: Kranführer
    department: Production
    employment_type: [part-time]
    workplace: hybrid
    locations: {city: Hamburg, country: DE}
    date_posted: 2026-11-01
    salary: {value: 17.5, currency: EUR, per: hour}
    apply: {email: kran@lodemar.example}
    lang: de

    """
  let text = """
    ---

    Du hebst Bojen in die Nordsee und wieder heraus, bei jedem Wetter, mit einem Kran, der älter ist
    als die meisten von uns und besser gepflegt.

    """
  try folder.write(
    "---\n" + german + "translation_of: crane-operator\n" + text,
    to: "content/jobs/crane-operator-de.md"
  )
  try folder.write("---\n" + german + "status: paused\n" + text, to: "content/jobs/paused.md")
  try folder.write(
    "---\n" + german.replacing("Kranführer", with: "Crane Operator").replacing("de\n", with: "en\n")
      + """
      ---

      You lift buoys into the North Sea and out of it again, in any weather, with a crane that is older
      than most of us and better kept.

      """,
    to: "content/jobs/crane-operator.md"
  )
  return folder
}
