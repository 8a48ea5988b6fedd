/// Everything a build takes from the world around it.
///
/// No code below this reads the clock, the environment, the current folder or the arguments.
public struct BuildOptions: Sendable {
  /// When the build pretends to be.
  public enum Moment: Sendable {
    /// Seconds since 1970.
    case instant(Int64)
    /// Midnight of this ISO date in the site's time zone.
    case date(String)
  }

  /// The folder of `site.yml`.
  public var source = "."
  public var output = "public"
  /// Instead of the one in `site.yml`.
  public var baseURL: String?
  public var theme: String?
  public var moment: Moment
  public var previewsDrafts = false
  public var previewsFuture = false
  /// Parallel workers, at least 1.
  public var workers = 1
  /// The state file; `nil` for `.sitegen/state` beside `site.yml`.
  public var state: String?
  /// Where to write what changed.
  public var report: String?
  /// A folder for scratch files.
  public var scratch = "/tmp"
  /// Whether warnings stop the build.
  public var deniesWarnings = false
  /// Fault ids that are not reported, of warnings only.
  public var allowed: Set<String> = []
  /// Whether outputs are made and compared but nothing is written.
  public var isCheck = false
  /// When the build began, as text for whoever waits for its lock.
  public var startedAt = ""

  public init(moment: Moment) { self.moment = moment }
}
