import Glibc
import SourceText
import Templating

/// Answers cases of the conformance protocol: one line of JSON for each line of JSON.
///
/// `template-cases --time SECONDS` reads one case whose context holds a list `jobs`, and prints what
/// a page takes when each of them is `job` in turn; `--print N` prints page N.
@main struct Main {
  static func main() {
    let arguments = CommandLine.arguments
    if arguments.count == 3, arguments[1] == "--time" || arguments[1] == "--print" {
      let isTimed = arguments[1] == "--time"
      return measure(isTimed ? .time(Double(arguments[2]) ?? 5) : .print(Int(arguments[2]) ?? 0))
    }
    while let line = readLine() {
      print(CaseAnswer(to: line).json)
      fflush(nil)
    }
  }

  private enum Wish { case time(Double), print(Int) }

  private static func measure(_ wish: Wish) {
    do {
      let pages = try PagesOfJobs(TemplateCase(readLine() ?? ""))
      switch wish {
      case .print(let number): print(try pages.text(of: number), terminator: "")
      case .time(let seconds):
        let times = try pages.times(seconds: seconds) { Double(clock()) / Double(CLOCKS_PER_SEC) }
        print("sitegen \(times.median) \(times.rounds[0]) \(times.bytes)")
      }
    } catch {
      print("error: \(error)")
      exit(1)
    }
  }
}
