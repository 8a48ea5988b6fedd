import Glibc

/// Answers cases of the conformance protocol: one line of JSON for each line of JSON.
@main struct Main {
  static func main() {
    while let line = readLine() {
      print(CaseAnswer(to: line).json)
      fflush(nil)
    }
  }
}
