import CShims
import Glibc

@main
struct Main {
  static func main() async {
    sitegen_keep_large_blocks_apart()
    let status = await Program(arguments: CommandLine.arguments).run()
    exit(status.rawValue)
  }
}

/// What the program tells the shell.
enum ExitStatus: Int32 {
  case done = 0
  /// The content or the theme has faults.
  case faults = 1
  /// The command line was wrong.
  case usage = 2
  /// The machine failed us: disk full, no permission.
  case machine = 3
}
