import Foundation
import SiteGen
import SourceText
import TestSupport

/// The repository's own folder, which is the sample site.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().path

/// A build of `source` into a folder of its own.
func build(
  _ source: String,
  into target: TestFolder,
  now: String = "2026-11-23",
  workers: Int = 2,
  change: (inout BuildOptions) -> Void = { _ in }
) async -> BuildResult {
  var options = BuildOptions(moment: .date(CivilDate(iso: now) ?? CivilDate(dayNumber: 0)))
  options.source = source
  options.output = target.path + "/public"
  options.state = target.path + "/state"
  options.workers = workers
  change(&options)
  return await Build(options).run()
}

/// The faults of a build as people read them.
func report(_ result: BuildResult, _ source: String) -> String {
  let tree = SourceTree(root: source)
  var report = TextReport { tree.bytes(forFaultIn: $0) }
  return report.render(result.diagnostics)
}

/// A site of one posting, for tests that look at one thing.
func smallSite(_ front: String = "", body: String = "Some text.\n", site: String = "") throws
  -> TestFolder
{
  let folder = try TestFolder()
  try folder.write(
    "title: Jobs\nbase_url: https://jobs.example\norganization: {name: Acme}\n" + site,
    to: "site.yml"
  )
  try folder.write(
    """
    ---
    title: Welder
    employment_type: full-time
    workplace: on-site
    locations: ["Porto, PT"]
    date_posted: 2026-11-01
    apply: jobs@acme.example
    \(front)---

    \(body)
    """,
    to: "content/jobs/welder.md"
  )
  return folder
}
