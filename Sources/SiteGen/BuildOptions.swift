/// Everything a build takes from the world around it.
///
/// No code below this reads the clock, the environment, the current folder or the arguments.
package struct BuildOptions: Sendable {
  /// When the build pretends to be.
  package enum Moment: Sendable {
    /// Seconds since 1970.
    case instant(Int64)
    /// Midnight of this day in the site's time zone.
    case date(CivilDate)
  }

  /// The folder of `site.yml`.
  package var source = "."
  package var output = "public"
  /// Instead of the one in `site.yml`.
  package var baseURL: String?
  package var theme: String?
  package var moment: Moment
  package var previewsDrafts = false
  package var previewsFuture = false
  /// Parallel workers, at least 1.
  package var workers = 1
  /// The state file; `nil` for `.sitegen/state` beside `site.yml`.
  package var state: String?
  /// Where to write what changed.
  package var report: String?
  /// A folder for scratch files.
  package var scratch = "/tmp"
  /// Whether warnings stop the build.
  package var deniesWarnings = false
  /// Fault ids that are not reported, of warnings only.
  package var allowed: Set<String> = []
  /// Whether outputs are made and compared but nothing is written.
  package var isCheck = false
  /// When the build began, as text for whoever waits for its lock.
  package var startedAt = ""

  package init(moment: Moment) { self.moment = moment }
}
